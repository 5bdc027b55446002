package org.clinicchat.session.chat;

import java.time.Instant;
import java.util.Objects;
import org.clinicchat.outcome.Enforces;

/**
 * A message of a session, as it is shown. No storage takes one (ERA-7). Its {@code toString} hides the text.
 *
 * @param number its place in the session: 1, 2, 3 …
 * @param from who wrote it
 * @param text what
 * @param at when
 */
public record SessionMessage(int number, SessionSide from, String text, Instant at) {

    /** Checks that nothing is null. */
    public SessionMessage {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }

    @Override
    @Enforces("ERA-7")
    public String toString() {
        return "SessionMessage[" + number + ", " + from + "]";
    }
}
