package org.clinicchat.session.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * What was said in one session, to be read and copied by hand (SES-8). The library keeps no copy. Its {@code toString} hides the
 * texts.
 *
 * @param session which session
 * @param phase where it is in its life
 * @param began when the patient came
 * @param ended when the patient left; empty while the patient is there
 * @param messages all of its messages, in their order
 */
public record Transcript(
        SessionId session, SessionPhase phase, Instant began, Optional<Instant> ended, List<SessionMessage> messages) {

    /** Checks that nothing is null. */
    public Transcript {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(ended, "ended");
        messages = List.copyOf(messages);
    }

    @Override
    @Enforces("ERA-7")
    public String toString() {
        return "Transcript[" + session + ", " + phase + ", " + messages.size() + " messages]";
    }
}
