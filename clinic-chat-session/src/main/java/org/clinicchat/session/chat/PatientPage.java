package org.clinicchat.session.chat;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Refusal;

/**
 * What a patient sees while in the queue or in the call. Its {@code toString} hides the texts.
 *
 * @param session what was said
 * @param readOnly why the patient cannot write now; empty when he can
 */
public record PatientPage(Transcript session, Optional<Refusal> readOnly) {

    /** Checks that nothing is null. */
    public PatientPage {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(readOnly, "readOnly");
    }
}
