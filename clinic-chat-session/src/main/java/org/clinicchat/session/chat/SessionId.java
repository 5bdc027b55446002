package org.clinicchat.session.chat;

import java.util.Objects;

/**
 * A session: one stay of a patient in the queue and in the call that follows. Random and free of meaning; it may be logged, and it
 * may remain after the erase (ERA-6). A string that is no such id is allowed: it is the id of something that does not exist.
 *
 * @param value the id
 */
public record SessionId(String value) {

    /** Checks that there is a value. */
    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id with this value.
     *
     * @param value as it was given out, or whatever somebody sent instead
     * @return the id
     */
    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @Override
    public String toString() {
        return Shown.id(value);
    }
}
