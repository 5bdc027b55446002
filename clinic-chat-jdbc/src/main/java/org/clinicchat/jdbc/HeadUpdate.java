package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Preview;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * What a list of changes sets in the conversation's row: column by column, and nothing that it leaves as it is. The row need
 * not have been read for it. A reader who had seen all there was is raised here, if his state stands in the row; others are
 * left to {@link Marks}.
 */
final class HeadUpdate implements Change.Visitor<HeadUpdate> {

    private final Map<String, Assignment> set = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final List<@Nullable Object> seenValues = new ArrayList<>();

    private final ConversationKey key;
    private final Optional<Change.MessageAppended> first;
    private final List<Change.SeenUpTo> left = new ArrayList<>();

    private HeadUpdate(ConversationKey key, List<Change> changes) {
        this.key = key;
        first = changes.stream()
                .filter(Change.MessageAppended.class::isInstance)
                .map(Change.MessageAppended.class::cast)
                .findFirst();
    }

    /** What these changes set; a later one of a column is the one that counts. */
    static HeadUpdate of(ConversationKey key, List<Change> changes) {
        HeadUpdate update = new HeadUpdate(key, changes);
        changes.forEach(change -> change.accept(update));
        return update;
    }

    /** The read states that are to be raised elsewhere. */
    List<Change.SeenUpTo> left() {
        return left;
    }

    /** The assignments of an UPDATE. */
    String assignments() {
        Stream<String> columns = set.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue().expression());
        return Stream.concat(columns, seen.stream()).collect(Collectors.joining(", "));
    }

    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        set.values().forEach(assignment -> values.add(assignment.value()));
        values.addAll(seenValues);
        return values;
    }

    @Override
    public HeadUpdate started(Change.ConversationStarted change) {
        set("revision", 0L);
        return this;
    }

    @Override
    public HeadUpdate appended(Change.MessageAppended change) {
        Message message = change.message();
        long time = Codes.micros(message.time());
        set("revision", change.revision());
        set("last_seq", message.seq().value());
        set("last_time", time);
        set("newest_first", -time);
        set("practice_count", change.tally().practice());
        set("patient_count", change.tally().patient());
        if (Preview.isShown(message)) {
            preview(Optional.of(Preview.of(message)));
        }
        if (message.kind() == MessageKind.HUMAN) {
            boolean asks = Side.of(message.authorship().author()).equals(Optional.of(Side.PATIENT));
            assign("awaiting_since", asks ? "COALESCE(awaiting_since, ?)" : "?", asks ? time : null);
        }
        return this;
    }

    @Override
    public HeadUpdate autoReplyDelivered(Change.AutoReplyDelivered change) {
        return this;
    }

    @Override
    public HeadUpdate retracted(Change.MessageRetracted change) {
        set("revision", change.revision());
        boolean ofPatient = Retractions.settles(change.message()).equals(Optional.of(Side.PRACTICE));
        assign("patient_retracted", "patient_retracted + ?", ofPatient ? 1L : 0L);
        preview(change.preview());
        set("awaiting_since", change.awaitingReplySince().map(Codes::micros).orElse(null));
        return this;
    }

    @Override
    public HeadUpdate availabilityChanged(Change.AvailabilityChanged change) {
        AvailabilityState state = change.state();
        set("revision", change.revision());
        set("disabled", state.availability() == Availability.DISABLED);
        set("switched_time", Codes.micros(state.since()));
        set("switched_by", Codes.person(state.by()));
        set("switched_reason", state.reason().orElse(null));
        return this;
    }

    @Override
    public HeadUpdate seen(Change.SeenUpTo change) {
        Reader reader = Reader.of(key, change.reader());
        boolean sawAll = first.isPresent() && first.get().message().seq().value() == change.seq() + 1;
        if (!sawAll || reader.place() == Reader.Place.APART) {
            left.add(change);
            return this;
        }
        String who = reader.place() == Reader.Place.OWNER ? "owner" : "patient";
        long settled = first.get().tally().of(reader.side().orElseThrow().other());
        // In this order: a database that assigns from left to right would compare with the raised one.
        seen.add(who + "_settled = CASE WHEN " + who + "_read_up_to < ? THEN ? ELSE " + who + "_settled END");
        seenValues.add(change.seq());
        seenValues.add(settled);
        seen.add(who + "_read_up_to = GREATEST(" + who + "_read_up_to, ?)");
        seenValues.add(change.seq());
        return this;
    }

    private void preview(Optional<Preview> preview) {
        set(
                "preview_author",
                preview.map(there -> Codes.person(there.authorship().author())).orElse(null));
        set(
                "preview_on_behalf_of",
                preview.flatMap(there -> there.authorship().onBehalfOf())
                        .map(Codes::person)
                        .orElse(null));
        set("preview_kind", preview.map(there -> Codes.kind(there.kind())).orElse(null));
        set("preview_text", preview.map(Preview::text).orElse(null));
        set("preview_files", preview.map(Preview::attachments).orElse(null));
    }

    private void set(String column, @Nullable Object value) {
        assign(column, "?", value);
    }

    private void assign(String column, String expression, @Nullable Object value) {
        set.put(column, new Assignment(expression, value));
    }

    /**
     * What a column is set to.
     *
     * @param expression with one question mark
     * @param value what stands for it
     */
    private record Assignment(String expression, @Nullable Object value) {}
}
