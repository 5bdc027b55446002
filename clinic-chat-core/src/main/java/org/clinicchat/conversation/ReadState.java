package org.clinicchat.conversation;

import org.clinicchat.outcome.Enforces;

/**
 * One person's read state in one conversation (READ-1). Immutable: each function gives the next state.
 *
 * @param cursor the highest place up to which this person has read; 0 for none
 * @param markedUnread the flag "mark as unread" (READ-4)
 * @param marks how often the flag was set; a read ticket carries the number at its opening (READ-5)
 */
@Enforces({"READ-1", "READ-2", "READ-4", "READ-5"})
public record ReadState(long cursor, boolean markedUnread, long marks) {

    /** In place of a ticket's number of marks: marked as read without a ticket, which clears no flag. */
    public static final long NO_TICKET = -1;

    /** Of somebody who has never been here. */
    public static final ReadState NONE = new ReadState(0, false, 0);

    /**
     * After reading up to a place: only ever upwards, so that replays and reordering change nothing (READ-2).
     *
     * @param seq the last place that was read
     * @return the next state
     */
    public ReadState raisedTo(long seq) {
        return seq <= cursor ? this : new ReadState(seq, markedUnread, marks);
    }

    /**
     * Marked as unread; cursor and count stay (READ-4).
     *
     * @return the next state; the same if it is marked
     */
    public ReadState marked() {
        return markedUnread ? this : new ReadState(cursor, true, marks + 1);
    }

    /**
     * Opened: the flag is gone (READ-5).
     *
     * @return the next state
     */
    public ReadState opened() {
        return markedUnread ? new ReadState(cursor, false, marks) : this;
    }

    /**
     * Marked as read from a view: the cursor rises in any case, the flag goes only if the view was opened after the mark
     * (READ-5).
     *
     * @param seq the last place that was read
     * @param ticketMarks the number of marks when the view was opened
     * @return the next state
     */
    public ReadState read(long seq, long ticketMarks) {
        ReadState raised = raisedTo(seq);
        return ticketMarks == marks ? raised.opened() : raised;
    }
}
