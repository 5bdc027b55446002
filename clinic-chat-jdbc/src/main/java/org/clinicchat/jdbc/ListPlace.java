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
        return apart(
                wired.sql("COALESCE(s.settled, (SELECT COUNT(*) FROM {retraction} x"
                        + " WHERE x.clinic = c.clinic AND x.conversation = c.id AND x.settles = 1))"),
                (parts, access) -> parts.add(readState, Codes.person(access.reader())));
    }

    /** The same where all conversations are asked for: what was retracted is counted at once, not for each of them. */
    static ListPlace apartOfAll(Wired wired) {
        String readState = wired.sql(READ_STATE);
        String retracted = wired.sql(" LEFT JOIN (SELECT x.conversation, COUNT(*) AS settled FROM {retraction} x"
                + " JOIN {conversation} o ON o.clinic = x.clinic AND o.id = x.conversation"
                + " WHERE x.clinic = ? AND o.practitioner = ? AND x.settles = 1 GROUP BY x.conversation) r"
                + " ON r.conversation = c.id");
        return apart(
                "COALESCE(s.settled, r.settled, 0)",
                (parts, access) -> parts.add(readState, Codes.person(access.reader()))
                        .add(retracted, access.clinic().value(), access.owner().value()));
    }

    private static ListPlace apart(String settled, Join join) {
        String unread = "(c.patient_count > " + settled + " OR " + MARKED + " = TRUE)";
        return new ListPlace(settled, MARKED, unread, join);
    }
}
