package org.clinicchat.testkit.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All patterns at one moment, to be asked at every byte: a small filter says no to nearly all of them. Immutable. */
final class Patterns {

    private static final int FILTER_BITS = 17;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final Map<Long, List<Pattern>> byLow = new HashMap<>();

    Patterns(Collection<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            int bit = bit(pattern.low());
            filter[bit >>> 6] |= 1L << bit;
            byLow.computeIfAbsent(pattern.low(), low -> new ArrayList<>()).add(pattern);
        }
    }

    boolean canBe(long low) {
        int bit = bit(low);
        return (filter[bit >>> 6] & (1L << bit)) != 0;
    }

    /** The pattern of these masked bytes, of which so many are letters in a row. */
    Optional<Pattern> at(long low, long high, int run) {
        return byLow.getOrDefault(low, List.of()).stream()
                .filter(pattern -> pattern.matches(high, run))
                .findFirst();
    }

    private static int bit(long low) {
        return (int) ((low * SPREAD) >>> (Long.SIZE - FILTER_BITS));
    }
}
