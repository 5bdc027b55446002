package org.clinicchat.port;

import java.util.Objects;

/**
 * What a read answers that was permitted under some version of the practice: the value, or that the version is no longer the
 * present one, so that the permission must be looked at again (SUB-5).
 *
 * @param <T> what is read
 */
public sealed interface Answer<T> {

    /**
     * Read while the version was the present one.
     *
     * @param value what was read
     * @param <T> its type
     */
    record Current<T>(T value) implements Answer<T> {
        /** Checks that there is a value. */
        public Current {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The version has moved: nothing was read, and nothing changed.
     *
     * @param <T> what would have been read
     */
    record Stale<T>() implements Answer<T> {}

    /**
     * Read.
     *
     * @param value what
     * @param <T> its type
     * @return current
     */
    static <T> Answer<T> current(T value) {
        return new Current<>(value);
    }

    /**
     * Not read.
     *
     * @param <T> what would have been read
     * @return stale
     */
    static <T> Answer<T> stale() {
        return new Stale<>();
    }
}
