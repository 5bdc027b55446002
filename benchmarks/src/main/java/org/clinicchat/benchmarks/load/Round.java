package org.clinicchat.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clinicchat.benchmarks.load.report.Figures;

/** So many callers at once, for so long. */
record Round(int callers, double seconds, ServerTime server) {

    /** Callers take turns among the nodes. */
    Figures run(List<? extends Way> nodes, Supplier<Sending> traffic) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            double serverBefore = server.micros();
            long begin = System.nanoTime();
            long until = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
            List<Future<Caller>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(new Caller(nodes.get(i % nodes.size()), traffic, until)));
            }
            List<Caller> sent = new ArrayList<>();
            for (Future<Caller> caller : running) {
                sent.add(caller.get());
            }
            long took = System.nanoTime() - begin;
            return figures(sent, took, server.micros() - serverBefore);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a caller could not send", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Figures figures(List<Caller> sent, long took, double serverMicros) {
        long[] nanos = sent.stream().flatMapToLong(Caller::nanos).sorted().toArray();
        double bytes = sent.stream().mapToLong(Caller::bytes).sum();
        double cpu = sent.stream().mapToLong(Caller::cpuNanos).sum() / 1e3;
        double perSecond = nanos.length * 1e9 / took;
        return new Figures(
                nanos.length,
                perSecond,
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                bytes / Math.max(1, nanos.length),
                cpu / Math.max(1, nanos.length),
                serverMicros / Math.max(1, nanos.length));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }
}
