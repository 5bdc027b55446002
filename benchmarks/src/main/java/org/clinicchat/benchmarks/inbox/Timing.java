package org.clinicchat.benchmarks.inbox;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** How long something took, round by round. */
final class Timing {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final long[] nanos;
    private int next;

    Timing(int rounds) {
        nanos = new long[rounds];
    }

    void take(Supplier<Object> asked) {
        long start = System.nanoTime();
        Objects.requireNonNull(asked.get());
        nanos[next] = System.nanoTime() - start;
        next++;
    }

    /** Half of the rounds took no longer; in milliseconds. */
    double median() {
        return quantile(0.5);
    }

    /** 99 of 100 rounds took no longer; in milliseconds. */
    double p99() {
        return quantile(0.99);
    }

    private double quantile(double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))] / NANOS_PER_MILLISECOND;
    }
}
