package org.clinicchat.testkit;

import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.port.IdSource;

/**
 * Ids that are the same in every run: the n-th is a function of n alone. Safe for any number of threads. On a storage that
 * outlives the chat, give each chat another seed.
 */
public final class CountingIds implements IdSource {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final AtomicLong count = new AtomicLong();
    private final long seed;
    private final boolean ascending;

    private CountingIds(long seed, boolean ascending) {
        this.seed = seed;
        this.ascending = ascending;
    }

    /**
     * Ids whose order says nothing about which was drawn first, like random ones.
     *
     * @param seed tells sources from each other
     * @return the source
     */
    public static CountingIds scattered(long seed) {
        return new CountingIds(seed, false);
    }

    /**
     * Ids that rise from draw to draw.
     *
     * @param seed tells sources from each other
     * @return the source
     */
    public static CountingIds ascending(long seed) {
        return new CountingIds(seed, true);
    }

    @Override
    public String next() {
        long n = count.incrementAndGet();
        return String.format("%016x-%x", ascending ? n : scatter(n), seed);
    }

    /** A bijection of the 64-bit numbers: no two n give the same. */
    private static long scatter(long n) {
        long mixed = n * GOLDEN;
        return (mixed ^ mixed >>> 32) * GOLDEN;
    }
}
