package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Revision;
import org.clinicchat.port.Access;
import org.clinicchat.port.EventSlice;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened in a conversation in one statement: its messages, its retractions and its switchings, each by its
 * revision, and the conversation itself, without which nothing is told.
 */
final class Events {

    private static final int MESSAGE_ARRIVED = 1;
    private static final int MESSAGE_RETRACTED = 2;
    private static final int SWITCHED = 3;
    private static final int CONVERSATION = 4;

    /** Where the limit comes to stand in the text: see {@link Pages}. */
    private static final String LIMIT = ":limit";

    private static final String PERMITTED =
            " WHERE p.clinic = ? AND p.practitioner = ? AND p.version = ? AND c.patient = ?";
    private static final String FROM_CONVERSATION =
            " FROM {practice} p JOIN {conversation} c ON c.clinic = p.clinic AND c.practitioner = p.practitioner";

    /** Messages begin where as many of the revisions up to there are theirs as are not the others'. */
    private static final String ARRIVED = "SELECT " + MESSAGE_ARRIVED + " AS what, m.revision AS revision, "
            + MessageRow.COLUMNS + FROM_CONVERSATION
            + " JOIN {message} m ON m.clinic = c.clinic AND m.conversation = c.id AND m.seq > ?"
            + " - (SELECT COUNT(*) FROM {retraction} x WHERE x.clinic = c.clinic AND x.conversation = c.id"
            + " AND x.revision <= ?)"
            + " - (SELECT COUNT(*) FROM {switching} y WHERE y.clinic = c.clinic AND y.conversation = c.id"
            + " AND y.revision <= ?)"
            + MessageRow.WITH_RETRACTION + PERMITTED + " ORDER BY m.seq LIMIT " + LIMIT;

    private static final String RETRACTED = "SELECT " + MESSAGE_RETRACTED + ", r.revision, " + MessageRow.COLUMNS
            + FROM_CONVERSATION
            + " JOIN {retraction} r ON r.clinic = c.clinic AND r.conversation = c.id AND r.revision > ?"
            + " JOIN {message} m ON m.clinic = r.clinic AND m.conversation = r.conversation AND m.seq = r.seq"
            + PERMITTED + " ORDER BY r.revision LIMIT " + LIMIT;

    private static final String SWITCHINGS = "SELECT " + SWITCHED + ", w.revision, NULL, c.id,"
            + " CASE WHEN w.disabled THEN 1 ELSE 0 END, w.switched_time, w.switched_by, NULL, 0, w.switched_reason,"
            + " NULL, NULL, NULL, NULL" + FROM_CONVERSATION
            + " JOIN {switching} w ON w.clinic = c.clinic AND w.conversation = c.id AND w.revision > ?" + PERMITTED
            + " ORDER BY w.revision LIMIT " + LIMIT;

    private static final String HEAD = "SELECT " + CONVERSATION
            + ", c.revision, NULL, c.id, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL" + FROM_CONVERSATION
            + PERMITTED;

    private final String statement;

    Events(Wired wired) {
        statement = wired.sql("(" + ARRIVED + ") UNION ALL (" + RETRACTED + ") UNION ALL (" + SWITCHINGS
                + ") UNION ALL (" + HEAD + ")");
    }

    /** The events; empty if the permission is stale. */
    Optional<EventSlice> after(Connection connection, Access access, long revision, int limit) throws SQLException {
        ConversationKey key = access.key();
        List<Object> permitted = List.of(
                key.clinic().value(),
                key.practitioner().value(),
                access.practiceVersion(),
                key.patient().value());
        List<@Nullable Object> arguments = new ArrayList<>(List.of(revision, revision, revision));
        arguments.addAll(permitted);
        for (int i = 0; i < 2; i++) {
            arguments.add(revision);
            arguments.addAll(permitted);
        }
        arguments.addAll(permitted);
        return new Sql(statement.replace(LIMIT, Integer.toString(limit)), arguments)
                .whole(connection, rows -> slice(rows, limit));
    }

    private static Optional<EventSlice> slice(ResultSet rows, int limit) throws SQLException {
        List<ConversationEvent> events = new ArrayList<>();
        Optional<Long> head = Optional.empty();
        while (rows.next()) {
            Row row = new Row(rows);
            int what = row.small();
            long revision = row.number();
            if (what == CONVERSATION) {
                head = Optional.of(revision);
            } else {
                events.add(event(row, what, Revision.of(revision)));
            }
        }
        events.sort(Comparator.comparingLong(event -> event.revision().value()));
        List<ConversationEvent> first = events.subList(0, Math.min(limit, events.size()));
        return head.map(revision -> new EventSlice(first, revision));
    }

    private static ConversationEvent event(Row row, int what, Revision revision) throws SQLException {
        return switch (what) {
            case MESSAGE_ARRIVED ->
                new ConversationEvent.Arrived(revision, MessageRow.read(row).orElseThrow());
            case MESSAGE_RETRACTED ->
                new ConversationEvent.Retracted(revision, MessageRow.read(row).orElseThrow());
            default -> switched(row.skip(1), revision);
        };
    }

    private static ConversationEvent switched(Row row, Revision revision) throws SQLException {
        ConversationId conversation = ConversationId.of(row.text());
        Availability availability = row.number() == 1 ? Availability.DISABLED : Availability.ENABLED;
        AvailabilityState state = new AvailabilityState(
                availability, row.time(), row.optionalPerson(), row.skip(2).optionalText());
        return new ConversationEvent.Switched(revision, conversation, state);
    }
}
