package org.clinicchat.benchmarks.load;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** So many nodes of a way, each with a pool of its own, on one database. */
record Nodes(List<HikariDataSource> pools, List<Counted> counted, List<Way> ways) implements AutoCloseable {

    private static final int WARM_UP_CALLERS = 32;

    static Nodes open(Variant variant, Server server, int nodes, int connections) {
        List<HikariDataSource> pools = IntStream.range(0, nodes)
                .mapToObj(node -> variant.pool(server, connections))
                .toList();
        List<Counted> counted = pools.stream().map(pool -> new Counted()).toList();
        List<Way> ways = IntStream.range(0, nodes)
                .mapToObj(node -> variant.on(counted.get(node).watch(pools.get(node))))
                .toList();
        return new Nodes(pools, counted, ways);
    }

    /** Each side of each conversation writes once on each node: who keeps something in memory has it then. */
    void warmUp(Population population) {
        for (Way way : ways) {
            AtomicInteger next = new AtomicInteger();
            int all = population.conversations() * 2;
            Thread[] threads = new Thread[WARM_UP_CALLERS];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = new Thread(() -> {
                    for (int n = next.getAndIncrement(); n < all; n = next.getAndIncrement()) {
                        way.send(Traffic.nth(population, n));
                    }
                });
                threads[i].start();
            }
            join(threads);
        }
    }

    private static void join(Thread[] threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts on all nodes from here on. */
    void count() {
        counted.forEach(Counted::begin);
    }

    /** Counts no more. */
    void countNoMore() {
        counted.forEach(Counted::end);
    }

    /** What all nodes have counted. */
    double total(ToLongFunction<Counted> figure) {
        return counted.stream().mapToLong(figure).sum();
    }

    @Override
    public void close() {
        ways.forEach(Way::close);
        pools.forEach(HikariDataSource::close);
    }
}
