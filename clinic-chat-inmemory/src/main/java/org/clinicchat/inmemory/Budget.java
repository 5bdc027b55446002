package org.clinicchat.inmemory;

import org.clinicchat.session.desk.Room;

/**
 * What is held of what may be held. A command that only room is wanting reserves it, and what it has become is settled afterwards: so
 * commands at different desks never pass the bound together, and one that is refused takes nothing from the others.
 */
final class Budget {

    private final SessionBounds bounds;
    private Room held = Room.NONE;

    Budget(SessionBounds bounds) {
        this.bounds = bounds;
    }

    synchronized Room held() {
        return held;
    }

    synchronized boolean has(Room wanted) {
        return fits(held.plus(wanted));
    }

    /** Takes what is wanted, or nothing: not even for a moment. */
    synchronized boolean reserve(Room wanted) {
        boolean fits = has(wanted);
        held = fits ? held.plus(wanted) : held;
        return fits;
    }

    /** Corrects what was reserved to what it became. */
    synchronized void settle(Room difference) {
        held = held.plus(difference);
    }

    private boolean fits(Room all) {
        return all.sessions() <= bounds.maxSessions() && all.bytes() <= bounds.maxBytes();
    }
}
