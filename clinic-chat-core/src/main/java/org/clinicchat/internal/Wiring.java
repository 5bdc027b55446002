package org.clinicchat.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.port.IdSource;
import org.clinicchat.port.Storage;

/** What the shell works with. */
public record Wiring(Storage storage, InstantSource clock, IdSource ids, CareSettings settings) {

    /** The node's time, in microseconds: what every database can keep. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
