package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.Message;
import org.clinicchat.port.Access;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, the head and the reader's state in one statement, and so as they are at one moment. Limits stand in the text: a
 * database that does not know them would rather plan each page anew than keep a plan for the worst.
 */
final class Pages {

    private static final String AFTER = "m.seq > ?";
    /** No message has it; a database that were told "FALSE" might look for it at all of them. */
    private static final String NOWHERE = "m.seq = 0";
    /** Places have no gaps, so that the beginning of what stands before a place can be counted. */
    private static final String BEFORE = "m.seq >= LEAST(?, c.last_seq + 1) - ? AND m.seq < ?";

    private final Map<Reader.Place, String> after = new EnumMap<>(Reader.Place.class);
    private final Map<Reader.Place, String> before = new EnumMap<>(Reader.Place.class);
    private final Map<Reader.Place, String> unseen = new EnumMap<>(Reader.Place.class);
    private final Map<Reader.Place, String> none = new EnumMap<>(Reader.Place.class);

    Pages(Wired wired) {
        for (Reader.Place place : Reader.Place.values()) {
            after.put(place, wired.sql(statement(place, AFTER)));
            before.put(place, wired.sql(statement(place, BEFORE)));
            unseen.put(place, wired.sql(statement(place, fromFirstUnseen(place))));
            none.put(place, wired.sql(statement(place, NOWHERE)));
        }
    }

    private static String statement(Reader.Place place, String bounds) {
        return "SELECT " + HeadRow.COLUMNS + ", " + place.columns() + ", " + MessageRow.COLUMNS
                + " FROM {practice} p JOIN {conversation} c ON c.clinic = p.clinic AND c.practitioner = p.practitioner"
                + " AND c.patient = ?" + place.join()
                + " LEFT JOIN {message} m ON m.clinic = c.clinic AND m.conversation = c.id AND " + bounds
                + MessageRow.WITH_RETRACTION
                + " WHERE p.clinic = ? AND p.practitioner = ? AND p.version = ? ORDER BY m.seq LIMIT ";
    }

    /** From the first message above the cursor that is not the reader's own; where there is none, the last ones. */
    private static String fromFirstUnseen(Reader.Place place) {
        return "m.seq >= COALESCE((" + firstUnseen(place) + "), c.last_seq - ? + 1)";
    }

    /** The first message above the cursor that is not the reader's own, in the conversation under the name c. */
    static String firstUnseen(Reader.Place place) {
        return "SELECT u.seq FROM {message} u WHERE u.clinic = c.clinic AND u.conversation = c.id AND u.seq > "
                + place.readUpTo() + " AND u.author <> ? ORDER BY u.seq LIMIT 1";
    }

    /**
     * What was read at one moment.
     *
     * @param reader who reads
     * @param head the conversation's
     * @param mark the reader's
     * @param messages in their order
     */
    record Page(Reader reader, ConversationHead head, Reader.Mark mark, List<Message> messages) {

        /** With the state that the reader has afterwards. */
        MessageSlice slice(Reader.Mark afterwards) {
            return new MessageSlice(
                    messages,
                    head,
                    mark.state(),
                    afterwards.state(),
                    reader.unread(head, afterwards.settled()),
                    mark.othersReadUpTo());
        }
    }

    /** The page; empty if the permission is stale. */
    Optional<Page> read(Connection connection, Access access, MessageRange range) throws SQLException {
        Reader reader = Reader.of(access.key(), access.reader());
        if (range instanceof MessageRange.After bound) {
            return read(connection, access, reader, after, bound.limit(), bound.seq());
        }
        if (range instanceof MessageRange.Before bound) {
            return read(
                    connection, access, reader, before, bound.limit(), bound.seq(), (long) bound.limit(), bound.seq());
        }
        return read(
                connection, access, reader, unseen, range.limit(), Codes.person(access.reader()), (long) range.limit());
    }

    /** Head and read state alone. */
    Optional<Page> state(Connection connection, Access access) throws SQLException {
        return read(connection, access, Reader.of(access.key(), access.reader()), none, 1);
    }

    private static Optional<Page> read(
            Connection connection,
            Access access,
            Reader reader,
            Map<Reader.Place, String> statements,
            int limit,
            Object... bounds)
            throws SQLException {
        ConversationKey key = access.key();
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(key.patient().value());
        arguments.addAll(reader.arguments());
        arguments.addAll(List.of(bounds));
        arguments.add(key.clinic().value());
        arguments.add(key.practitioner().value());
        arguments.add(access.practiceVersion());
        String statement = Objects.requireNonNull(statements.get(reader.place())) + limit;
        return new Sql(statement, arguments)
                .whole(
                        connection,
                        rows -> rows.next() ? Optional.of(page(new Row(rows), rows, key, reader)) : Optional.empty());
    }

    /** A page whose first row has been read up to its head; the others begin with the same columns. */
    static Page page(Row first, ResultSet rows, ConversationKey key, Reader reader) throws SQLException {
        ConversationHead head = HeadRow.read(first, key).orElseThrow();
        Reader.Mark mark = reader.read(first);
        int columnsBefore = first.column();
        List<Message> messages = new ArrayList<>();
        Optional<Message> message = MessageRow.read(first);
        while (message.isPresent()) {
            messages.add(message.get());
            message = rows.next() ? MessageRow.read(new Row(rows).skip(columnsBefore)) : Optional.empty();
        }
        return new Page(reader, head, mark, messages);
    }
}
