package org.clinicchat.inmemory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.session.desk.Room;

/**
 * What is held of what may be held. Room is reserved before a command decides and settled afterwards, so that commands at different
 * desks never pass the bound together.
 */
final class Budget {

    private final SessionBounds bounds;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Budget(SessionBounds bounds) {
        this.bounds = bounds;
    }

    Room held() {
        return new Room(sessions.get(), bytes.get());
    }

    boolean has(Room wanted) {
        return fits(sessions.get() + (long) wanted.sessions(), bytes.get() + wanted.bytes());
    }

    /** Takes what is wanted, or nothing. */
    boolean reserve(Room wanted) {
        int nowSessions = sessions.addAndGet(wanted.sessions());
        long nowBytes = bytes.addAndGet(wanted.bytes());
        boolean fits = fits(nowSessions, nowBytes);
        if (!fits) {
            settle(Room.NONE.minus(wanted));
        }
        return fits;
    }

    /** Corrects what was reserved to what it became. */
    void settle(Room difference) {
        sessions.addAndGet(difference.sessions());
        bytes.addAndGet(difference.bytes());
    }

    private boolean fits(long allSessions, long allBytes) {
        return allSessions <= bounds.maxSessions() && allBytes <= bounds.maxBytes();
    }
}
