package org.clinicchat;

import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Target;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;

/**
 * One care conversation as the practice sees it: besides, the owner can switch it off and on for its patient (DIS). A
 * substitute who tries gets {@code NOT_FOR_SUBSTITUTES}.
 */
public final class PracticeConversation extends Conversation {

    PracticeConversation(Shell shell, Actor actor, Target target) {
        super(shell, actor, target);
    }

    /**
     * Switches the chat off for this patient: nobody sends, history can be read (DIS-1 to DIS-3). If it is off, nothing
     * changes. Once this has returned, nothing that was decided before is sent any more.
     *
     * @return who switched it off and when, or {@code NOT_FOUND} or {@code NOT_FOR_SUBSTITUTES}
     */
    public Outcome<AvailabilityState> disable() {
        return shell.care().switchTo(actor, target, Availability.DISABLED, Optional.empty());
    }

    /**
     * The same with a reason for the record, which the patient never sees (DIS-5).
     *
     * @param reason at most 500 code points
     * @return who switched it off, when and why, or {@code NOT_FOUND}, {@code NOT_FOR_SUBSTITUTES}, {@code TEXT_TOO_LONG},
     *     {@code CONTROL_CHARACTER} or {@code TEXT_NOT_UNICODE}
     */
    public Outcome<AvailabilityState> disable(String reason) {
        return shell.care().switchTo(actor, target, Availability.DISABLED, Optional.of(reason));
    }

    /**
     * Switches the chat on again. If it is on, nothing changes.
     *
     * @return who switched it on and when, or {@code NOT_FOUND} or {@code NOT_FOR_SUBSTITUTES}
     */
    public Outcome<AvailabilityState> enable() {
        return shell.care().switchTo(actor, target, Availability.ENABLED, Optional.empty());
    }

    /**
     * The same with a reason for the record, which the patient never sees (DIS-5).
     *
     * @param reason at most 500 code points
     * @return who switched it on, when and why, or {@code NOT_FOUND}, {@code NOT_FOR_SUBSTITUTES}, {@code TEXT_TOO_LONG},
     *     {@code CONTROL_CHARACTER} or {@code TEXT_NOT_UNICODE}
     */
    public Outcome<AvailabilityState> enable(String reason) {
        return shell.care().switchTo(actor, target, Availability.ENABLED, Optional.of(reason));
    }
}
