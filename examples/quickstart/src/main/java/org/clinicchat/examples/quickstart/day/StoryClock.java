package org.clinicchat.examples.quickstart.day;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The clock on the clinic's wall: it stands still until it is set. */
final class StoryClock implements InstantSource {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private volatile Instant now = at(LocalTime.of(7, 45));

    void set(LocalTime time) {
        now = at(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** A time of this day. */
    static Instant at(LocalTime time) {
        return TODAY.atTime(time).atZone(ZONE).toInstant();
    }

    /** What the clock on the wall says at a moment. */
    static LocalTime onTheWall(Instant moment) {
        return moment.atZone(ZONE).toLocalTime();
    }
}
