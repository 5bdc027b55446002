package org.clinicchat.session.chat;

import java.util.Objects;

/**
 * A practitioner's page in a browser, with its one chat box (SES-3). Random and free of meaning. A string that is no such id is
 * allowed: it is the id of a page that is not attached.
 *
 * @param value the id
 */
public record PageId(String value) {

    /** Checks that there is a value. */
    public PageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id with this value.
     *
     * @param value as it was given out, or whatever somebody sent instead
     * @return the id
     */
    public static PageId of(String value) {
        return new PageId(value);
    }

    @Override
    public String toString() {
        return Shown.id(value);
    }
}
