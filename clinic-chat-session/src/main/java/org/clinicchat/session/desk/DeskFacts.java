package org.clinicchat.session.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.clinicchat.session.chat.SessionSettings;

/**
 * What a decision needs beside the desk and the command.
 *
 * @param now the time
 * @param settings the switches
 * @param room says whether the node has room for {@link DeskCommand#wanted()}, and keeps it for the command; asked only when
 *     nothing else speaks against it
 */
public record DeskFacts(Instant now, SessionSettings settings, BooleanSupplier room) {

    /** Checks that nothing is null. */
    public DeskFacts {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(room, "room");
    }

    /**
     * The facts that the home of the desk completes.
     *
     * @param now the time
     * @param settings the switches
     * @return with room for everything
     */
    public static DeskFacts of(Instant now, SessionSettings settings) {
        return new DeskFacts(now, settings, () -> true);
    }

    /**
     * The same with somebody else to ask for room.
     *
     * @param asked who says whether there is room
     * @return the facts
     */
    public DeskFacts withRoom(BooleanSupplier asked) {
        return new DeskFacts(now, settings, asked);
    }

    boolean hasRoom() {
        return room.getAsBoolean();
    }

    /** What ended at this moment or before has lasted as long as it may. */
    Instant longAgo() {
        return now.minus(settings.endedLasts());
    }
}
