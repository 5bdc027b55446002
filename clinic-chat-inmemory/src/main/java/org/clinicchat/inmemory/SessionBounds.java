package org.clinicchat.inmemory;

/**
 * How much a node may hold of sessions. Past a bound a call is refused with {@code NODE_FULL}, and nothing that is held is lost.
 *
 * @param maxSessions the most sessions at once, live and ended ones together; 1 or more
 * @param maxBytes the most bytes of all their messages; 1 or more. A session counts 300 bytes, each of its
 *     messages 150, a character of its text two and one of its client's id one: about what they take of the heap
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
     * @return 100,000 sessions and 640 MiB, which is as many of 20 short messages each
     */
    public static SessionBounds defaults() {
        return new SessionBounds(100_000, 640L << 20);
    }
}
