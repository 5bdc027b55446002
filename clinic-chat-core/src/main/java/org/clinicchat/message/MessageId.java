package org.clinicchat.message;

import java.util.Objects;

/**
 * A message. Random and free of meaning; it may be logged. A string that is no such id is allowed: it is the id of
 * something that does not exist.
 *
 * @param value the id
 */
public record MessageId(String value) {

    /** Checks that there is a value. */
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id with this value.
     *
     * @param value as it was given out, or whatever somebody sent instead
     * @return the id
     */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    /**
     * Whether such an id can exist; what cannot is never asked of a storage.
     *
     * @return true for 1 to 64 of {@code [A-Za-z0-9_-]}
     */
    public boolean isWellFormed() {
        return TokenForm.fits(value);
    }

    @Override
    public String toString() {
        return TokenForm.shown(value);
    }
}
