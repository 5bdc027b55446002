package org.clinicchat.service;

import java.time.Instant;
import java.util.Objects;
import org.clinicchat.outcome.Enforces;

/**
 * The practitioner's service "chat with attachments": off until he activates it (CARE-2). Immutable.
 *
 * @param active whether both sides can send
 * @param since since when it is so
 */
@Enforces("CARE-2")
public record ChatService(boolean active, Instant since) {

    /** Checks that nothing is null. */
    public ChatService {
        Objects.requireNonNull(since, "since");
    }

    /**
     * The service switched on or off; switching it to what it is changes nothing.
     *
     * @param on whether it is to be active
     * @param now when
     * @return the service
     */
    public ChatService switched(boolean on, Instant now) {
        return on == active ? this : new ChatService(on, now);
    }
}
