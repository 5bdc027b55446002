package org.clinicchat.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A call in a thread of its own, which has a name. */
final class Called<T> {

    private static final long DEADLOCK_SECONDS = 60;

    private final FutureTask<T> task;
    private final Thread thread;

    private Called(FutureTask<T> task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    static <T> Called<T> by(String name, Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Called<>(task, thread);
    }

    boolean isDone() {
        return task.isDone();
    }

    /** What it gave; fails if it threw, or hangs. */
    T get() {
        try {
            return task.get(DEADLOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(thread.getName() + " threw", e.getCause());
        } catch (TimeoutException e) {
            AssertionError failure = new AssertionError(thread.getName() + " hangs");
            failure.setStackTrace(thread.getStackTrace());
            throw failure;
        }
    }

    /** Returns when it is done, whatever it gave or threw. */
    void awaitDone() {
        until(task::isDone);
    }

    /** Returns when it waits within this class; fails if it does not wait. */
    Called<T> awaitWaitingIn(Class<?> type) {
        until(() -> isDone() || isWaitingIn(type));
        if (isDone()) {
            throw new AssertionError(thread.getName() + " did not wait");
        }
        return this;
    }

    private boolean isWaitingIn(Class<?> type) {
        Thread.State state = thread.getState();
        boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return waits
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(type.getName()));
    }

    /** Looks again and again until it is so. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLOCK_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("what was waited for did not come");
            }
            Thread.onSpinWait();
        }
    }
}
