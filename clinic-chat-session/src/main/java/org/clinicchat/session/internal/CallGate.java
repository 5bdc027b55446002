package org.clinicchat.session.internal;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets calls in until it is closed; closing waits for those that are in. */
final class CallGate {

    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore places = new Semaphore(ALL);
    private volatile boolean closed;

    <T> T pass(Supplier<T> call) {
        if (closed || !places.tryAcquire()) {
            throw shut();
        }
        try {
            if (closed) {
                throw shut();
            }
            return call.get();
        } finally {
            places.release();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets no new call in, and returns when those that are in are done; so does whoever else closes it. */
    void close() {
        closed = true;
        places.acquireUninterruptibly(ALL);
        places.release(ALL);
    }

    private static IllegalStateException shut() {
        return new IllegalStateException("this SessionChat is closed");
    }
}
