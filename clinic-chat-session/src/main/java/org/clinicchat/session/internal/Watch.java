package org.clinicchat.session.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.session.SessionListener;
import org.clinicchat.session.SessionSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscriber. What waits for him is a few bits, whatever happens: so it is bounded, and he slows no sender. */
@Enforces("LIVE-4")
final class Watch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.session.live");

    private static final int CHANGED = 1;
    private static final int ALERT = 2;
    /** A turn is handed to the executor, or running. */
    private static final int TURN = 4;

    private final SessionListener listener;
    private final Executor executor;
    private final AtomicInteger due = new AtomicInteger();
    private volatile boolean closed;

    Watch(SessionListener listener, Executor executor) {
        this.listener = Objects.requireNonNull(listener, "listener");
        this.executor = executor;
    }

    void tell(boolean alert) {
        int news = alert ? CHANGED | ALERT | TURN : CHANGED | TURN;
        boolean isIdle = (due.getAndUpdate(bits -> bits | news) & TURN) == 0;
        if (isIdle) {
            takeTurn();
        }
    }

    void close() {
        closed = true;
    }

    @Override
    public void run() {
        int news = due.getAndUpdate(bits -> TURN);
        if (!closed) {
            call((news & ALERT) != 0 ? SessionSignal.ALERT : SessionSignal.CHANGED);
        }
        if (!due.compareAndSet(TURN, 0)) {
            takeTurn();
        }
    }

    /** A listener of the host's may throw whatever it likes: the others go on. */
    private void call(SessionSignal signal) {
        try {
            listener.onSignal(signal);
        } catch (Throwable e) {
            LOG.warn(
                    "A listener failed: {}. It is told again with the next change.",
                    e.getClass().getName());
        }
    }

    /** An executor of the host's may throw whatever it likes: no send fails for it. */
    private void takeTurn() {
        try {
            executor.execute(this);
        } catch (Throwable e) {
            due.set(0);
            LOG.warn("The executor of listeners took nothing: {}.", e.getClass().getName());
        }
    }
}
