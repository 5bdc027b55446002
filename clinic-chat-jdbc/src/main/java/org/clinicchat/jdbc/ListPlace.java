package org.clinicchat.jdbc;

import org.clinicchat.port.InboxAccess;

/**
 * Where the read state stands that a practitioner's list shows, of conversations under the name c.
 *
 * @param settled how many of the patient's messages are read or retracted
 * @param marked whether it is marked as unread
 * @param unread that it shows as unread
 * @param join what these need beside the conversations
 */
record ListPlace(String settled, String marked, String unread, Join join) {

    private static final String SETTLED = "COALESCE(s.settled, c.patient_retracted)";
    private static final String MARKED = "COALESCE(s.marked, FALSE)";
    private static final String READ_STATE = " LEFT JOIN {read_state} s ON s.clinic = c.clinic"
            + " AND s.practitioner = c.practitioner AND s.patient = c.patient AND s.reader = ?";

    /** Adds a join with its arguments. */
    @FunctionalInterface
    interface Join {
        void add(SqlParts parts, InboxAccess access);
    }

    /** The owner's: in the conversation's row, with an index of its own for what shows as unread. */
    static ListPlace owner(Wired wired) {
        return new ListPlace(
                "c.owner_settled", "c.owner_marked", wired.dialect().ownerUnread(), (parts, access) -> {});
    }

    /** Everybody else's: in rows of their own; for who has never been here, only what was retracted is settled. */
    static ListPlace apart(Wired wired) {
        String readState = wired.sql(READ_STATE);
        return new ListPlace(
                SETTLED,
                MARKED,
                "(c.patient_count > " + SETTLED + " OR " + MARKED + " = TRUE)",
                (parts, access) -> parts.add(readState, Codes.person(access.reader())));
    }
}
