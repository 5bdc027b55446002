package org.clinicchat.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs tasks at once, each on its own thread, and gives every thread's outcome. All are awaited before the first failure is
 * told: a driver that is interrupted in the middle takes its connection for broken, and hides what went wrong.
 */
final class Race {

    static final int THREADS = 8;

    private static final long DEADLOCK_SECONDS = 60;

    private Race() {}

    /** The same for every thread; each is told its number, from 0. */
    static <T> List<T> of(int threads, IntFunction<T> task) {
        return of(IntStream.range(0, threads)
                .<Callable<T>>mapToObj(number -> () -> task.apply(number))
                .toList());
    }

    static <T> List<T> of(List<Callable<T>> tasks) {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> task : tasks) {
            running.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        join(threads);
        return running.stream().map(Race::outcome).toList();
    }

    private static void join(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DEADLOCK_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new AssertionError("a thread of the race hangs");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a thread of the race threw", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
