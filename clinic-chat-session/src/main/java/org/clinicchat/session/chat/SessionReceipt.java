package org.clinicchat.session.chat;

import java.time.Instant;
import java.util.Objects;

/**
 * That a message was accepted. A retry gives the same one (CARE-8), until the session is erased (ERA-6).
 *
 * @param session in which session
 * @param number its place there: 1, 2, 3 … without gaps, of both sides together
 * @param at when, in microseconds; never before an earlier message of the session
 */
public record SessionReceipt(SessionId session, int number, Instant at) {

    /** Checks that nothing is null. */
    public SessionReceipt {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(at, "at");
    }
}
