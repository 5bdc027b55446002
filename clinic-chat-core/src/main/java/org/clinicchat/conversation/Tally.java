package org.clinicchat.conversation;

import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Role;

/**
 * How many messages of each side there are up to some place of the log, system messages left out and retracted ones counted
 * (READ-3). Unread counts follow from the difference of two tallies; there is no counter that could drift.
 *
 * @param practice messages of the practice's side, automatic ones among them
 * @param patient messages of the patient's side
 */
@Enforces("READ-3")
public record Tally(long practice, long patient) {

    /** Before the first message. */
    public static final Tally ZERO = new Tally(0, 0);

    /**
     * The tally after one message more.
     *
     * @param message the next of the log
     * @return the tally up to it
     */
    public Tally plus(Message message) {
        if (message.kind() == MessageKind.SYSTEM) {
            return this;
        }
        Role author = message.authorship().author().role();
        if (author == Role.PRACTITIONER) {
            return new Tally(practice + 1, patient);
        }
        return author == Role.PATIENT ? new Tally(practice, patient + 1) : this;
    }

    /**
     * The messages of one side.
     *
     * @param side whose
     * @return how many
     */
    public long of(Side side) {
        return side == Side.PRACTICE ? practice : patient;
    }

    /**
     * The unread messages of a reader (READ-3).
     *
     * @param reader the reader's side
     * @param atCursor the tally up to the reader's cursor
     * @param retractedAbove how many messages of the other side above the cursor are retracted
     * @return how many, never negative
     */
    public long unread(Side reader, Tally atCursor, long retractedAbove) {
        return of(reader.other()) - atCursor.of(reader.other()) - retractedAbove;
    }
}
