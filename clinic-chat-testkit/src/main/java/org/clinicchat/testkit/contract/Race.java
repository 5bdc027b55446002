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
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs tasks at once, each on its own thread, and gives every thread's outcome. */
final class Race {

    static final int THREADS = 8;

    private static final long DEADLOCK_MINUTES = 5;

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
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            return outcomes(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> outcomes(List<Future<T>> running) {
        List<T> outcomes = new ArrayList<>();
        for (Future<T> future : running) {
            outcomes.add(outcome(future));
        }
        return outcomes;
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get(DEADLOCK_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread of the race threw", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a thread of the race hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
