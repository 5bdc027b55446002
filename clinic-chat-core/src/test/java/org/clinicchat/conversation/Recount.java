package org.clinicchat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.Role;
import org.clinicchat.service.AutoReplyDelivery;

/** A log that keeps everything and counts all of it anew whenever it is asked: what the rulebook says a head is. */
final class Recount implements Change.Visitor<Void> {
    final List<Message> messages = new ArrayList<>();
    final List<AutoReplyDelivery> deliveries = new ArrayList<>();
    final List<Long> revisions = new ArrayList<>();
    private final List<Change.ConversationStarted> beginnings = new ArrayList<>();
    private Optional<AvailabilityState> switched = Optional.empty();

    void apply(List<Change> changes) {
        changes.forEach(change -> change.accept(this));
    }

    @Override
    public Void started(Change.ConversationStarted change) {
        beginnings.add(change);
        return null;
    }

    @Override
    public Void appended(Change.MessageAppended change) {
        revisions.add(change.revision());
        messages.add(change.message());
        return null;
    }

    @Override
    public Void autoReplyDelivered(Change.AutoReplyDelivered change) {
        deliveries.add(change.delivery());
        return null;
    }

    @Override
    public Void retracted(Change.MessageRetracted change) {
        revisions.add(change.revision());
        messages.replaceAll(message -> message.id().equals(change.message().id()) ? change.message() : message);
        return null;
    }

    @Override
    public Void availabilityChanged(Change.AvailabilityChanged change) {
        revisions.add(change.revision());
        switched = Optional.of(change.state());
        return null;
    }

    @Override
    public Void seen(Change.SeenUpTo change) {
        return null;
    }

    int beginnings() {
        return beginnings.size();
    }

    /** The head, counted anew. */
    Optional<ConversationHead> head() {
        return beginnings.stream().findFirst().map(this::head);
    }

    private ConversationHead head(Change.ConversationStarted beginning) {
        List<Message> standing = standing(Optional.empty());
        return new ConversationHead(
                beginning.id(),
                beginning.key(),
                revisions.size(),
                messages.size(),
                messages.isEmpty()
                        ? beginning.time()
                        : last(messages).orElseThrow().time(),
                new Tally(count(Role.PRACTITIONER, 0), count(Role.PATIENT, 0)),
                switched.orElse(AvailabilityState.initial(beginning.time())),
                last(written(standing)).map(Preview::of),
                waitingSince(standing));
    }

    /** What a storage would say of the message at this place. */
    RetractionFacts about(int index) {
        if (index >= messages.size()) {
            return RetractionFacts.NO_SUCH_MESSAGE;
        }
        Message target = messages.get(index);
        List<Message> others = standing(Optional.of(target));
        return new RetractionFacts(Optional.of(target), last(written(others)), waitingSince(others));
    }

    /** The unread messages of a side above a cursor, counted one by one. */
    long unread(Side reader, long cursor) {
        Role other = reader == Side.PRACTICE ? Role.PATIENT : Role.PRACTITIONER;
        return messages.stream()
                .filter(message -> message.seq().value() > cursor && !message.isRetracted())
                .filter(message -> message.kind() != MessageKind.SYSTEM)
                .filter(message -> message.authorship().author().role() == other)
                .count();
    }

    /** The tally up to a place. */
    Tally tally(long upTo) {
        List<Message> below = messages.subList(0, (int) Math.min(upTo, messages.size()));
        Tally tally = Tally.ZERO;
        for (Message message : below) {
            tally = tally.plus(message);
        }
        return tally;
    }

    private long count(Role role, long above) {
        return messages.stream()
                .filter(message -> message.seq().value() > above)
                .filter(message -> message.kind() != MessageKind.SYSTEM)
                .filter(message -> message.authorship().author().role() == role)
                .count();
    }

    /** All but the automatic replies. */
    private static List<Message> written(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.kind() != MessageKind.AUTO_REPLY)
                .toList();
    }

    private List<Message> standing(Optional<Message> without) {
        return messages.stream()
                .filter(message ->
                        !message.isRetracted() && !Optional.of(message).equals(without))
                .toList();
    }

    private static Optional<Message> last(List<Message> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }

    private static Optional<Instant> waitingSince(List<Message> standing) {
        Optional<Instant> since = Optional.empty();
        for (Message message : standing) {
            Role role = message.authorship().author().role();
            if (message.kind() == MessageKind.HUMAN && role == Role.PRACTITIONER) {
                since = Optional.empty();
            } else if (message.kind() == MessageKind.HUMAN && role == Role.PATIENT && since.isEmpty()) {
                since = Optional.of(message.time());
            }
        }
        return since;
    }
}
