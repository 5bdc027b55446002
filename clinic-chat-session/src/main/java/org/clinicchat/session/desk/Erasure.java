package org.clinicchat.session.desk;

import java.util.Objects;
import org.clinicchat.session.chat.ErasedSession;

/**
 * That a session was erased.
 *
 * @param remains all that remains of it
 * @param unviewed how many of the patient's messages the practitioner had not viewed (ERA-8)
 */
public record Erasure(ErasedSession remains, int unviewed) {

    /** Checks that there is something. */
    public Erasure {
        Objects.requireNonNull(remains, "remains");
    }
}
