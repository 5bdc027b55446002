package org.clinicchat.session.desk;

import java.time.Instant;
import java.util.Objects;
import org.clinicchat.session.chat.SessionSettings;

/**
 * What a decision needs beside the desk and the command.
 *
 * @param now the time
 * @param settings the switches
 * @param hasRoom whether the node has room for what the command asks for: {@link DeskCommand#wanted()}
 */
public record DeskFacts(Instant now, SessionSettings settings, boolean hasRoom) {

    /** Checks that nothing is null. */
    public DeskFacts {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(settings, "settings");
    }

    /**
     * The facts that the home of the desk completes.
     *
     * @param now the time
     * @param settings the switches
     * @return with room for everything
     */
    public static DeskFacts of(Instant now, SessionSettings settings) {
        return new DeskFacts(now, settings, true);
    }

    /**
     * The same with another answer to the question of room.
     *
     * @param has whether there is room
     * @return the facts
     */
    public DeskFacts withRoom(boolean has) {
        return new DeskFacts(now, settings, has);
    }

    /** What ended at this moment or before has lasted as long as it may. */
    Instant longAgo() {
        return now.minus(settings.endedLasts());
    }
}
