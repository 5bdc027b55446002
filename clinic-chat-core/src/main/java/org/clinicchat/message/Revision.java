package org.clinicchat.message;

import java.util.Optional;

/**
 * How often a conversation has changed in a way that its readers see: each message, retraction and change of
 * availability is one step (LIVE-1). A reader who knows a revision can ask for exactly what came after it.
 *
 * @param value 0 or more
 */
public record Revision(long value) implements Comparable<Revision> {

    /** The revision of a conversation in which nothing has happened. */
    public static final Revision ZERO = new Revision(0);

    /** Checks the range. */
    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("Revision is never negative: " + value);
        }
    }

    /**
     * With this value.
     *
     * @param value 0 or more
     * @return the revision
     */
    public static Revision of(long value) {
        return new Revision(value);
    }

    /**
     * The revision, if this is one; for strings that come from people, such as a part of an address (SAFE-6).
     *
     * @param value any string
     * @return the revision, or empty if it is not 0 or more in up to 18 decimal digits
     */
    public static Optional<Revision> parse(String value) {
        return TokenForm.number(value).map(Revision::new);
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
