package org.clinicchat.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.clinicchat.conversation.ConversationKey;
import org.jspecify.annotations.Nullable;

/**
 * Lets the commands of one conversation be decided one after another on this node, so that they do not make each other stale.
 * Each conversation has a lane of its own for as long as a command is in it: a slow one holds up no other conversation.
 */
final class Lanes {

    private final ConcurrentMap<ConversationKey, Lane> lanes = new ConcurrentHashMap<>();

    /** Runs a command in its conversation's lane. */
    <T> T in(ConversationKey key, Supplier<T> command) {
        Lane lane = lanes.compute(key, (any, present) -> Lane.entered(present));
        lane.lock.lock();
        try {
            return command.get();
        } finally {
            lane.lock.unlock();
            lanes.computeIfPresent(key, (any, present) -> present.left() ? null : present);
        }
    }

    private static final class Lane {
        private final ReentrantLock lock = new ReentrantLock();
        /** Changed inside the map's own atomic steps alone. */
        private int inside;

        static Lane entered(@Nullable Lane present) {
            Lane lane = present == null ? new Lane() : present;
            lane.inside++;
            return lane;
        }

        /** Returns whether it is empty now. */
        boolean left() {
            inside--;
            return inside == 0;
        }
    }
}
