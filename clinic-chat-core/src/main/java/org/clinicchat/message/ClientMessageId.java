package org.clinicchat.message;

import java.util.Objects;
import java.util.UUID;

/**
 * The sender's own id of a message, unique to its author in the clinic (CARE-8): the same id with the same content is
 * the same message, however often it is sent. A string of another form is refused when it is sent.
 *
 * @param value the id
 */
public record ClientMessageId(String value) {

    /** Checks that there is a value. */
    public ClientMessageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id with this value.
     *
     * @param value as it was given out, or whatever somebody sent instead
     * @return the id
     */
    public static ClientMessageId of(String value) {
        return new ClientMessageId(value);
    }

    /**
     * A new id, for hosts whose clients bring none. Keep it for as long as the send may be tried again.
     *
     * @return a random one
     */
    public static ClientMessageId random() {
        return new ClientMessageId(UUID.randomUUID().toString());
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
        return "ClientMessageId[hidden]";
    }
}
