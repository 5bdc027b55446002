package org.clinicchat.testkit.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception with all beneath it. */
final class Thrown {

    private Thrown() {}

    /** Causes and what was suppressed, each once, however they go round. */
    static List<Throwable> all(Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        gather(thrown, all, Collections.newSetFromMap(new IdentityHashMap<>()));
        return all;
    }

    private static void gather(@Nullable Throwable thrown, List<Throwable> all, Set<Throwable> seen) {
        if (thrown != null && seen.add(thrown)) {
            all.add(thrown);
            gather(thrown.getCause(), all, seen);
            Arrays.stream(thrown.getSuppressed()).forEach(each -> gather(each, all, seen));
        }
    }
}
