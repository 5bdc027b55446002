package org.clinicchat.inmemory;

/**
 * How much a node may hold of sessions. Past a bound a call is refused with {@code NODE_FULL}, and nothing that is held is lost.
 *
 * @param maxSessions the most sessions at once, live and ended ones together; 1 or more
 * @param maxBytes the most bytes of all their messages; 1 or more. A text counts two bytes a character and each message 150 more: about
 *     what it takes of the heap
 */
public record SessionBounds(int maxSessions, long maxBytes) {

    /** Checks the ranges. */
    public SessionBounds {
        if (maxSessions < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("bounds must allow something");
        }
    }

    /**
     * What suits most hosts.
     *
     * @return 100,000 sessions and 256 MiB
     */
    public static SessionBounds defaults() {
        return new SessionBounds(100_000, 256L << 20);
    }
}
