package org.clinicchat.session.chat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.RefusalDetail;

/**
 * All that remains of an erased session (ERA-6): neither who nor what. It is also the detail of the refusal
 * {@code SESSION_ERASED}.
 *
 * @param session its id
 * @param began when the patient came
 * @param ended when the patient left; empty if it was erased while the patient was there
 * @param erased when it was erased
 * @param messages how many messages it had
 * @param reason why it was erased
 */
@Enforces("ERA-6")
public record ErasedSession(
        SessionId session, Instant began, Optional<Instant> ended, Instant erased, int messages, EraseReason reason)
        implements RefusalDetail {

    /** Checks that nothing is null. */
    public ErasedSession {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(erased, "erased");
        Objects.requireNonNull(reason, "reason");
    }
}
