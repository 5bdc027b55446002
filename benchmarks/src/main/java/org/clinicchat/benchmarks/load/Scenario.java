package org.clinicchat.benchmarks.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Which messages are sent, and on how many nodes. */
enum Scenario {
    /** To any of all conversations. */
    SPREAD("spread", Integer.MAX_VALUE, 0, 1),
    /** All to one conversation. */
    HOT_1("hot1", 1, 0, 1),
    /** All to ten conversations. */
    HOT_10("hot10", 10, 0, 1),
    /** One in five is the first message of a patient who had no conversation. */
    FIRST("first", Integer.MAX_VALUE, 20, 1),
    /** To any, from two nodes: two stores with a pool each, in this process, on one database. */
    TWO_NODES("twonodes", Integer.MAX_VALUE, 0, 2);

    private final String key;
    private final int conversations;
    private final int percentNew;
    private final int nodes;

    Scenario(String key, int conversations, int percentNew, int nodes) {
        this.key = key;
        this.conversations = conversations;
        this.percentNew = percentNew;
        this.nodes = nodes;
    }

    /** The name on the command line. */
    String key() {
        return key;
    }

    int nodes() {
        return nodes;
    }

    static Scenario of(String key) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is no scenario"));
    }

    /** The messages, in a database where so many newcomers have written. */
    Traffic traffic(Population population, AtomicInteger newcomers) {
        return percentNew > 0
                ? Traffic.withNewcomers(population, percentNew, newcomers)
                : Traffic.among(population, Math.min(conversations, population.conversations()));
    }
}
