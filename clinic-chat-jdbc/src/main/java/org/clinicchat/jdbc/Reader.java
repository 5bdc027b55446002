package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.people.PersonRef;

/**
 * Whose read state it is, and where it stands: the owner's and the patient's in the conversation's row, everybody else's in a
 * row of its own.
 *
 * @param person who reads
 * @param place where it stands
 */
record Reader(PersonRef person, Place place) {

    /** Where a read state stands. */
    enum Place {
        /** In the conversation's row, as the owner's. */
        OWNER("c.owner_read_up_to", "c.owner_settled, c.owner_marked, c.owner_marks, c.patient_read_up_to", ""),
        /** In the conversation's row, as the patient's. */
        PATIENT(
                "c.patient_read_up_to",
                "c.patient_settled, c.patient_marked, c.patient_marks,"
                        + " (SELECT COALESCE(MAX(o.read_up_to), 0) FROM {read_state} o WHERE o.clinic = c.clinic"
                        + " AND o.practitioner = c.practitioner AND o.patient = c.patient), c.owner_read_up_to",
                ""),
        /** In a row of its own; for who has never been here, what was retracted is settled. */
        APART(
                "COALESCE(s.read_up_to, 0)",
                "COALESCE(s.settled, c.patient_retracted),"
                        + " COALESCE(s.marked, FALSE), COALESCE(s.marks, 0), c.patient_read_up_to",
                " LEFT JOIN {read_state} s ON s.clinic = c.clinic AND s.practitioner = c.practitioner"
                        + " AND s.patient = c.patient AND s.reader = ?");

        private final String readUpTo;
        private final String rest;
        private final String join;

        Place(String readUpTo, String rest, String join) {
            this.readUpTo = readUpTo;
            this.rest = rest;
            this.join = join;
        }

        /** Up to where he has read, of the conversation under the name c and the row apart. */
        String readUpTo() {
            return readUpTo;
        }

        /** All that is read, of the same two. */
        String columns() {
            return readUpTo + ", " + rest;
        }

        /** Joins the row apart, if there is one: its argument is {@link Reader#arguments}. */
        String join() {
            return join;
        }
    }

    /**
     * Somebody's read state, with what follows from it.
     *
     * @param state the state
     * @param settled how many messages of the other side are read or retracted
     * @param othersReadUpTo up to where the other side has read
     */
    record Mark(ReadState state, long settled, long othersReadUpTo) {}

    static Reader of(ConversationKey key, PersonRef person) {
        if (person.equals(PersonRef.of(key.practitioner()))) {
            return new Reader(person, Place.OWNER);
        }
        return new Reader(person, person.equals(PersonRef.of(key.patient())) ? Place.PATIENT : Place.APART);
    }

    List<String> arguments() {
        return place == Place.APART ? List.of(Codes.person(person)) : List.of();
    }

    Optional<Side> side() {
        return Side.of(person);
    }

    Mark read(Row row) throws SQLException {
        long readUpTo = row.number();
        long settled = row.number();
        boolean marked = row.flag();
        long marks = row.number();
        long others = row.number();
        if (place == Place.PATIENT) {
            others = Math.max(others, row.number());
        }
        return new Mark(new ReadState(readUpTo, marked, marks), settled, side().isPresent() ? others : 0);
    }

    /** How many messages are unread when so many are settled. */
    long unread(ConversationHead head, long settled) {
        return side().map(side -> head.tally().of(side.other()) - settled).orElse(0L);
    }
}
