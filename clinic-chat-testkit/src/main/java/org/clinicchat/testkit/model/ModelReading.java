package org.clinicchat.testkit.model;

/** One person's read state in one conversation. */
final class ModelReading {

    long cursor;
    /** The moment of the mark "unread"; 0 while there is none. */
    private long markedAt;

    boolean isMarked() {
        return markedAt > 0;
    }

    void mark(long moment) {
        markedAt = isMarked() ? markedAt : moment;
    }

    void clear() {
        markedAt = 0;
    }

    /** A mark that was set after the view was opened stays (READ-5). */
    void clearFromView(long opened) {
        markedAt = markedAt < opened ? 0 : markedAt;
    }

    void raise(long seq) {
        cursor = Math.max(cursor, seq);
    }
}
