package org.clinicchat.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until it is moved, forwards or backwards. Safe for any number of threads. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    private SettableClock(Instant now) {
        this.now = now;
    }

    /**
     * A clock that stands at a moment.
     *
     * @param now the moment
     * @return the clock
     */
    public static SettableClock at(Instant now) {
        return new SettableClock(Objects.requireNonNull(now, "now"));
    }

    /**
     * A clock that stands at some morning.
     *
     * @return the clock
     */
    public static SettableClock atSomeMorning() {
        return at(Instant.parse("2026-03-02T08:00:00Z"));
    }

    /**
     * Puts the clock to a moment.
     *
     * @param moment may lie before the present one
     */
    public void set(Instant moment) {
        now = Objects.requireNonNull(moment, "moment");
    }

    /**
     * Moves the clock.
     *
     * @param by how far; backwards if negative
     */
    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
