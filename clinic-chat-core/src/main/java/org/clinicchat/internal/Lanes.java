package org.clinicchat.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clinicchat.conversation.ConversationKey;

/**
 * Lets the commands of one conversation be decided one after another on this node, so that they do not make each other
 * stale. A lane is shared by some conversations; commands of one lane wait for each other, and no command takes two lanes.
 */
final class Lanes {

    private static final int COUNT = 512;

    private final ReentrantLock[] lanes =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);
    private volatile boolean closed;

    /** Runs a command in its conversation's lane. */
    <T> T in(ConversationKey key, Supplier<T> command) {
        return hold(lanes[Math.floorMod(spread(key.hashCode()), COUNT)], () -> {
            checkOpen();
            return command.get();
        });
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this ClinicChat is closed");
        }
    }

    /** Lets no new command in, and returns when those that were let in are settled. */
    void close() {
        closed = true;
        for (ReentrantLock lane : lanes) {
            hold(lane, () -> true);
        }
    }

    private static <T> T hold(ReentrantLock lane, Supplier<T> action) {
        lane.lock();
        try {
            return action.get();
        } finally {
            lane.unlock();
        }
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
