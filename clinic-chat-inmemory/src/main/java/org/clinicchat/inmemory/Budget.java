package org.clinicchat.inmemory;

import java.util.concurrent.atomic.AtomicReference;
import org.clinicchat.session.desk.Room;

/**
 * What is held of what may be held. A command that only room is wanting reserves it, and what it has become is settled afterwards: so
 * commands at different desks never pass the bound together, and one that is refused takes nothing from the others.
 */
final class Budget {

    private final SessionBounds bounds;
    private final AtomicReference<Room> held = new AtomicReference<>(Room.NONE);

    Budget(SessionBounds bounds) {
        this.bounds = bounds;
    }

    Room held() {
        return held.get();
    }

    boolean has(Room wanted) {
        return fits(held.get().plus(wanted));
    }

    /** Takes what is wanted, or nothing: not even for a moment. */
    boolean reserve(Room wanted) {
        Room now = held.get();
        while (fits(now.plus(wanted))) {
            if (held.compareAndSet(now, now.plus(wanted))) {
                return true;
            }
            now = held.get();
        }
        return false;
    }

    /** Corrects what was reserved to what it became. */
    void settle(Room difference) {
        held.accumulateAndGet(difference, Room::plus);
    }

    private boolean fits(Room all) {
        return all.sessions() <= bounds.maxSessions() && all.bytes() <= bounds.maxBytes();
    }
}
