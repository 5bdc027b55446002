package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes read states. What is settled depends on the log, so each write holds the conversation's revision: whoever writes a
 * state changes or locks the conversation's row in the same transaction.
 */
final class Marks {

    private static final String KEY = " WHERE clinic = ? AND practitioner = ? AND patient = ?";

    private final String ofOwner;
    private final String ofPatient;
    private final String apart;
    private final String addApart;
    private final String isApart;
    private final String lock;
    private final String raiseOwner;
    private final String raisePatient;
    private final String raiseApart;
    private final String settledAt;

    Marks(Wired wired) {
        ofOwner = wired.sql(inConversation("owner"));
        ofPatient = wired.sql(inConversation("patient"));
        apart = wired.sql("UPDATE {read_state} SET read_up_to = ?, settled = ?, marked = ?, marks = ?" + KEY
                + " AND reader = ? AND read_up_to = ? AND marked = ? AND marks = ?");
        addApart = wired.sql("INSERT INTO {read_state} (read_up_to, settled, marked, marks, clinic, practitioner,"
                + " patient, reader) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        isApart = wired.sql("SELECT 1 FROM {read_state}" + KEY + " AND reader = ?");
        lock = wired.sql("SELECT revision FROM {conversation}" + KEY + " FOR UPDATE");
        raiseOwner = wired.sql(raiseInConversation("owner"));
        raisePatient = wired.sql(raiseInConversation("patient"));
        raiseApart = wired.sql(
                "UPDATE {read_state} SET read_up_to = ?, settled = ?" + KEY + " AND reader = ? AND read_up_to < ?");
        settledAt = wired.sql("SELECT m.practice_count, m.patient_count, (SELECT COUNT(*) FROM {retraction} x"
                + " WHERE x.clinic = m.clinic AND x.conversation = m.conversation AND x.seq > m.seq AND x.settles = ?)"
                + " FROM {message} m WHERE m.clinic = ? AND m.conversation = ? AND m.seq = ?");
    }

    private static String raiseInConversation(String who) {
        return "UPDATE {conversation} SET " + who + "_read_up_to = ?, " + who + "_settled = ?" + KEY + " AND " + who
                + "_read_up_to < ?";
    }

    private static String inConversation(String who) {
        return "UPDATE {conversation} SET " + who + "_read_up_to = ?, " + who + "_settled = ?, " + who + "_marked = ?, "
                + who + "_marks = ?" + KEY + " AND revision = ? AND " + who + "_read_up_to = ? AND " + who
                + "_marked = ? AND " + who + "_marks = ?";
    }

    /** Holds the conversation's row until the transaction ends; its revision, if it has begun. */
    Optional<Long> lock(Connection connection, ConversationKey key) throws SQLException {
        return Sql.of(
                        lock,
                        key.clinic().value(),
                        key.practitioner().value(),
                        key.patient().value())
                .one(connection, row -> row.getLong(1));
    }

    /** What is settled for a reader of this side who has read up to a place at which a message stands. */
    long settledAt(Connection connection, ConversationHead head, Side side, long seq) throws SQLException {
        if (seq == head.lastSeq()) {
            return head.tally().of(side.other());
        }
        return settledAt(connection, head.key(), head.id().value(), side, seq);
    }

    private long settledAt(Connection connection, ConversationKey key, String conversation, Side side, long seq)
            throws SQLException {
        int count = side == Side.PRACTICE ? 2 : 1;
        return Sql.of(settledAt, Codes.side(side), key.clinic().value(), conversation, seq)
                .one(connection, row -> row.getLong(count) + row.getLong(3))
                .orElseThrow();
    }

    /** What is settled after a page that begins at the first message that the reader has not seen. */
    static long settledAfter(Pages.Page page, Side side, long upTo) {
        if (upTo == page.head().lastSeq()) {
            return page.head().tally().of(side.other());
        }
        long before = page.mark().state().cursor();
        List<Message> read = page.messages().stream()
                .filter(message -> message.seq().value() > before && side.counts(message))
                .toList();
        return page.mark().settled() + read.size();
    }

    /**
     * Puts the next state in place of the one that was read; false if it, or the conversation, has moved since. In a
     * transaction.
     */
    boolean replace(Connection connection, Pages.Page page, Reader.Mark next) throws SQLException {
        return switch (page.reader().place()) {
            case OWNER -> inConversation(connection, ofOwner, page, next);
            case PATIENT -> inConversation(connection, ofPatient, page, next);
            case APART -> apart(connection, page, next);
        };
    }

    private static boolean inConversation(Connection connection, String statement, Pages.Page page, Reader.Mark next)
            throws SQLException {
        ConversationKey key = page.head().key();
        ReadState old = page.mark().state();
        ReadState state = next.state();
        return Sql.of(
                                statement,
                                state.cursor(),
                                next.settled(),
                                state.markedUnread(),
                                state.marks(),
                                key.clinic().value(),
                                key.practitioner().value(),
                                key.patient().value(),
                                page.head().revision(),
                                old.cursor(),
                                old.markedUnread(),
                                old.marks())
                        .update(connection)
                == 1;
    }

    /** Raises a cursor as {@link ReadState#raisedTo} does, in a transaction that has changed the conversation's row. */
    void raise(Connection connection, ConversationKey key, String conversation, PersonRef person, long seq)
            throws SQLException {
        Reader reader = Reader.of(key, person);
        Optional<Side> side = reader.side();
        if (seq == 0 || side.isEmpty()) {
            return;
        }
        long settled = settledAt(connection, key, conversation, side.get(), seq);
        switch (reader.place()) {
            case OWNER -> raise(connection, raiseOwner, key, List.of(), settled, seq);
            case PATIENT -> raise(connection, raisePatient, key, List.of(), settled, seq);
            case APART -> raiseApart(connection, key, Codes.person(person), settled, seq);
        }
    }

    private void raiseApart(Connection connection, ConversationKey key, String person, long settled, long seq)
            throws SQLException {
        if (isApart(connection, key, person)) {
            raise(connection, raiseApart, key, List.of(person), settled, seq);
        } else {
            add(connection, key, person, new Reader.Mark(new ReadState(seq, false, 0), settled, 0));
        }
    }

    private static void raise(
            Connection connection, String statement, ConversationKey key, List<String> person, long settled, long seq)
            throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(
                seq,
                settled,
                key.clinic().value(),
                key.practitioner().value(),
                key.patient().value()));
        arguments.addAll(person);
        arguments.add(seq);
        new Sql(statement, arguments).update(connection);
    }

    private boolean apart(Connection connection, Pages.Page page, Reader.Mark next) throws SQLException {
        ConversationKey key = page.head().key();
        if (!lock(connection, key).equals(Optional.of(page.head().revision()))) {
            return false;
        }
        ReadState old = page.mark().state();
        String reader = Codes.person(page.reader().person());
        if (update(connection, key, reader, old, next)) {
            return true;
        }
        return !isApart(connection, key, reader) && add(connection, key, reader, next);
    }

    private boolean update(Connection connection, ConversationKey key, String reader, ReadState old, Reader.Mark next)
            throws SQLException {
        ReadState state = next.state();
        return Sql.of(
                                apart,
                                state.cursor(),
                                next.settled(),
                                state.markedUnread(),
                                state.marks(),
                                key.clinic().value(),
                                key.practitioner().value(),
                                key.patient().value(),
                                reader,
                                old.cursor(),
                                old.markedUnread(),
                                old.marks())
                        .update(connection)
                == 1;
    }

    private boolean isApart(Connection connection, ConversationKey key, String reader) throws SQLException {
        return Sql.of(
                        isApart,
                        key.clinic().value(),
                        key.practitioner().value(),
                        key.patient().value(),
                        reader)
                .one(connection, row -> true)
                .isPresent();
    }

    private boolean add(Connection connection, ConversationKey key, String reader, Reader.Mark next)
            throws SQLException {
        ReadState state = next.state();
        return Sql.of(
                                addApart,
                                state.cursor(),
                                next.settled(),
                                state.markedUnread(),
                                state.marks(),
                                key.clinic().value(),
                                key.practitioner().value(),
                                key.patient().value(),
                                reader)
                        .update(connection)
                == 1;
    }
}
