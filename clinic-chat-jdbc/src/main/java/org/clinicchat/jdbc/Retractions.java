package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.port.Access;
import org.jspecify.annotations.Nullable;

/** Asks what a retraction asks of the log, in one statement. */
final class Retractions {

    private static final int TARGET = 1;
    private static final int NEWEST = 2;
    private static final int WAITING = 3;

    private static final String FROM_CONVERSATION =
            " FROM {practice} p JOIN {conversation} c ON c.clinic = p.clinic AND c.practitioner = p.practitioner";
    private static final String FROM_MESSAGES =
            FROM_CONVERSATION + " JOIN {message} m ON m.clinic = c.clinic AND m.conversation = c.id";
    private static final String PERMITTED =
            " WHERE p.clinic = ? AND p.practitioner = ? AND p.version = ? AND c.patient = ?";
    private static final String STANDING = " AND r.seq IS NULL AND m.id <> ?";

    private static final String TARGETS = "SELECT " + TARGET + " AS what, " + MessageRow.COLUMNS + FROM_MESSAGES
            + MessageRow.WITH_RETRACTION + PERMITTED + " AND m.id = ?";

    private static final String NEWESTS = "SELECT " + NEWEST + ", " + MessageRow.COLUMNS + FROM_MESSAGES
            + MessageRow.WITH_RETRACTION + PERMITTED + STANDING + " AND m.kind <> 2 ORDER BY m.seq DESC LIMIT 1";

    /** The last standing human message of the practice's: what the patient wrote after it waits. */
    private static final String LAST_ANSWER = "COALESCE((SELECT a.seq FROM {message} a"
            + " LEFT JOIN {retraction} q ON q.clinic = a.clinic AND q.conversation = a.conversation AND q.seq = a.seq"
            + " WHERE a.clinic = c.clinic AND a.conversation = c.id AND a.kind = 1 AND a.author LIKE 'd/%'"
            + " AND q.seq IS NULL AND a.id <> ? ORDER BY a.seq DESC LIMIT 1), 0)";

    private static final String WAITINGS = "SELECT " + WAITING + ", " + MessageRow.COLUMNS + FROM_MESSAGES
            + MessageRow.WITH_RETRACTION + PERMITTED + STANDING
            + " AND m.kind = 1 AND m.author LIKE 'p/%' AND m.seq > " + LAST_ANSWER + " ORDER BY m.seq LIMIT 1";

    private final String permitted;
    private final String statement;

    Retractions(Wired wired) {
        permitted = wired.sql("SELECT 1" + FROM_CONVERSATION + PERMITTED);
        statement = wired.sql("(" + TARGETS + ") UNION ALL (" + NEWESTS + ") UNION ALL (" + WAITINGS + ")");
    }

    /** Whose unread counts fall by the retraction of this message. */
    static Optional<Side> settles(Message message) {
        return message.kind() == MessageKind.SYSTEM
                ? Optional.empty()
                : Side.of(message.authorship().author()).map(Side::other);
    }

    /** The facts; empty if the permission is stale. */
    Optional<RetractionFacts> facts(Connection connection, Access access, MessageId message) throws SQLException {
        ConversationKey key = access.key();
        List<Object> permission = List.of(
                key.clinic().value(),
                key.practitioner().value(),
                access.practiceVersion(),
                key.patient().value());
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.addAll(permission);
        arguments.add(message.value());
        arguments.addAll(permission);
        arguments.add(message.value());
        arguments.addAll(permission);
        arguments.add(message.value());
        arguments.add(message.value());
        Optional<RetractionFacts> facts = new Sql(statement, arguments).whole(connection, Retractions::facts);
        return facts.isPresent() ? facts : withoutTarget(connection, permission);
    }

    /** No such message, or no permission: which of the two is asked only then. */
    private Optional<RetractionFacts> withoutTarget(Connection connection, List<Object> permission)
            throws SQLException {
        return Sql.of(permitted, permission.toArray()).one(connection, row -> RetractionFacts.NO_SUCH_MESSAGE);
    }

    private static Optional<RetractionFacts> facts(ResultSet rows) throws SQLException {
        Optional<Message> target = Optional.empty();
        Optional<Message> newest = Optional.empty();
        Optional<Instant> waiting = Optional.empty();
        while (rows.next()) {
            Row row = new Row(rows);
            int what = row.small();
            Optional<Message> message = MessageRow.read(row);
            switch (what) {
                case TARGET -> target = message;
                case NEWEST -> newest = message;
                default -> waiting = message.map(Message::time);
            }
        }
        return target.isPresent() ? Optional.of(new RetractionFacts(target, newest, waiting)) : Optional.empty();
    }
}
