package org.clinicchat.session.desk;

import java.util.Optional;
import java.util.Set;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.SessionPhase;

/**
 * One line of the table of {@link Transitions}: when it applies, and what it does. {@code ERASED} stands for a patient without a
 * session too.
 */
record Transition(
        DeskEvent event,
        Set<SessionPhase> phases,
        Set<BoxAt> boxes,
        Becomes session,
        BoxMoves box,
        Erases erases,
        Optional<EraseReason> why,
        Optional<RefusalCode> refused) {

    /** What becomes of the patient's session. */
    enum Becomes {
        SAME,
        NEW_IN_QUEUE,
        NEW_IN_CALL,
        IN_CALL,
        ENDED
    }

    /** What the box does. Whatever is in the open box afterwards is viewed. */
    enum BoxMoves {
        STAYS,
        OPENS_ON_PATIENT,
        FOLDS,
        CLOSES
    }

    /** Which sessions are erased. */
    enum Erases {
        NOTHING,
        /** Every session that has ended. */
        ENDED,
        /** Every session that has ended, but for the one that is viewed: the latest of the patient in the box. */
        ENDED_BUT_VIEWED,
        /** Every session that has ended; all of them, where the switch of ERA-2 says so. */
        REFRESHED,
        /** The one that has just ended, where the switch of ERA-3 says so. */
        THIS_IF_SET,
        /** Every session that has ended as long ago as it may last. */
        OVERDUE,
        ALL
    }

    boolean fits(DeskEvent happening, SessionPhase phase, BoxAt at) {
        return event == happening && phases.contains(phase) && boxes.contains(at);
    }
}
