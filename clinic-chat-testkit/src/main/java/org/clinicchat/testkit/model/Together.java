package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs tasks at the same time, each in a thread of its own, and gives what each of them gave. */
final class Together {

    private static final long SECONDS = 30;

    private Together() {}

    static <T> List<T> all(List<Callable<T>> tasks) {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<FutureTask<T>> running = new ArrayList<>();
        for (Callable<T> task : tasks) {
            FutureTask<T> future = new FutureTask<>(() -> {
                start.await(SECONDS, TimeUnit.SECONDS);
                return task.call();
            });
            running.add(future);
            Thread thread = new Thread(future, "together-" + running.size());
            thread.setDaemon(true);
            thread.start();
        }
        return running.stream().map(Together::get).toList();
    }

    private static <T> T get(FutureTask<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a task failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a task did not end in " + SECONDS + " seconds", e);
        }
    }
}
