package org.clinicchat.conversation;

import java.util.Optional;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.Role;

/** The two sides of a care conversation. The host is on neither. */
@Enforces("READ-3")
public enum Side {
    /** The owner and who stands in for him. */
    PRACTICE,
    /** The patient. */
    PATIENT;

    /**
     * The side on which somebody stands.
     *
     * @param person who
     * @return his side, or empty for the host and guests
     */
    public static Optional<Side> of(PersonRef person) {
        if (person.role() == Role.PRACTITIONER) {
            return Optional.of(PRACTICE);
        }
        return person.role() == Role.PATIENT ? Optional.of(PATIENT) : Optional.empty();
    }

    /**
     * The other one.
     *
     * @return the side across
     */
    public Side other() {
        return this == PRACTICE ? PATIENT : PRACTICE;
    }

    /**
     * Whether a message is unread for this side's readers as long as it is above their cursor (READ-3): it comes from the
     * other side, is no system message and is not retracted.
     *
     * @param message which
     * @return true if it counts
     */
    public boolean counts(Message message) {
        return message.kind() != MessageKind.SYSTEM
                && !message.isRetracted()
                && of(message.authorship().author()).equals(Optional.of(other()));
    }
}
