package org.clinicchat.session.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chat's own threads: daemons, with names that say nothing of anybody. */
final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.session.sweep");

    private static final int LISTENING = 2;

    private Threads() {}

    static ExecutorService forListeners() {
        return Executors.newFixedThreadPool(LISTENING, named("clinic-chat-sessions-live-"));
    }

    static ScheduledExecutorService sweeping(Runnable sweep, Duration every) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(named("clinic-chat-sessions-sweep-"));
        long millis = every.toMillis();
        // The future ends with the thread.
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(() -> guarded(sweep), millis, millis, TimeUnit.MILLISECONDS);
        return thread;
    }

    static Executor direct() {
        return Runnable::run;
    }

    /** A home may fail once: the next sweep is tried all the same. */
    private static void guarded(Runnable sweep) {
        try {
            sweep.run();
        } catch (Throwable e) {
            LOG.warn(
                    "A sweep failed: {}. The next one erases what is overdue.",
                    e.getClass().getName());
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
