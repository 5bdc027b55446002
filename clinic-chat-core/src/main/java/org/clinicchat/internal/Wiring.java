package org.clinicchat.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.message.MessageId;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.port.IdSource;
import org.clinicchat.port.Storage;

/** What the shell works with. */
public record Wiring(Storage storage, InstantSource clock, IdSource ids, CareSettings settings) {

    private static final int SHORTEST_ID = 16;

    /** The same on another storage. */
    Wiring on(Storage other) {
        return new Wiring(other, clock, ids, settings);
    }

    /** A new id. An injected source that gives out what is none is a mistake in the wiring, and told before anything is stored. */
    @Enforces("SAFE-6")
    String newId() {
        String id = ids.next();
        if (id.length() < SHORTEST_ID || !MessageId.of(id).isWellFormed()) {
            throw new IllegalStateException("the injected IdSource gave an id that is not 16 to 64 of [A-Za-z0-9_-]");
        }
        return id;
    }

    /** The node's time, in microseconds: what every database can keep. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
