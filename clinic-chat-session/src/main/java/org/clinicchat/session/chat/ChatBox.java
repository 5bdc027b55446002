package org.clinicchat.session.chat;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PatientId;

/** The one chat box of a practitioner's page (SES-3). */
@Enforces("SES-3")
public sealed interface ChatBox {

    /** No chat is shown, and no message opens the box. */
    record Closed() implements ChatBox {}

    /**
     * Folded down; a message from this patient opens it (SES-4).
     *
     * @param on whose chat
     */
    record Minimized(PatientId on) implements ChatBox {
        /** Checks that there is a patient. */
        public Minimized {
            Objects.requireNonNull(on, "on");
        }
    }

    /**
     * The chat with this patient is in view.
     *
     * @param on whose chat
     */
    record Open(PatientId on) implements ChatBox {
        /** Checks that there is a patient. */
        public Open {
            Objects.requireNonNull(on, "on");
        }
    }

    /**
     * A closed box.
     *
     * @return the state in which every box starts
     */
    static ChatBox closed() {
        return new Closed();
    }

    /**
     * On whose chat the box is, folded down or not.
     *
     * @return the patient, or empty when the box is closed
     */
    default Optional<PatientId> patient() {
        if (this instanceof Open open) {
            return Optional.of(open.on());
        }
        return this instanceof Minimized folded ? Optional.of(folded.on()) : Optional.empty();
    }

    /**
     * Whether a chat is in view.
     *
     * @return true only for {@link Open}
     */
    default boolean isOpen() {
        return this instanceof Open;
    }
}
