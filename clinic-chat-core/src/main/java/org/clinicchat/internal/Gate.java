package org.clinicchat.internal;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets calls in until it is closed; closing waits for those that are in. */
final class Gate {

    private static final String CLOSED = "this ClinicChat is closed";
    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore places = new Semaphore(ALL);
    private volatile boolean closed;

    /** Runs one call of the host's. A call made by another is no further one: it goes past the gate. */
    <T> T pass(Supplier<T> call) {
        Optional<T> answer = passIfOpen(call);
        if (answer.isEmpty()) {
            throw new IllegalStateException(CLOSED);
        }
        return answer.get();
    }

    /** Runs something that nobody called, or leaves it when the gate is closed. */
    <T> Optional<T> passIfOpen(Supplier<T> call) {
        if (closed || !places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return closed ? Optional.empty() : Optional.of(call.get());
        } finally {
            places.release();
        }
    }

    /** The same for a call that gives nothing. */
    void run(Runnable call) {
        pass(() -> {
            call.run();
            return true;
        });
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
    }

    /** Lets no new call in, and returns when those that are in are done; so does whoever else closes it. */
    void close() {
        closed = true;
        places.acquireUninterruptibly(ALL);
        places.release(ALL);
    }
}
