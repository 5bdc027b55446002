package org.clinicchat.message;

import java.time.Instant;
import java.util.Objects;

/**
 * That a message was entered in error, as its tombstone tells it (CARE-6).
 *
 * @param by who retracted it, and for whom
 * @param time when
 */
public record Retraction(Authorship by, Instant time) {

    /** Checks that nothing is null. */
    public Retraction {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(time, "time");
    }
}
