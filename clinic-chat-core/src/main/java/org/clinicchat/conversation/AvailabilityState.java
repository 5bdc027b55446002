package org.clinicchat.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PersonRef;

/**
 * Whether the chat with one patient is switched on, and who switched it, when and why (DIS-5). Immutable; its
 * {@code toString} has neither the person nor the reason.
 *
 * @param availability on or off
 * @param since since when it is so
 * @param by who switched it, or empty if nobody ever has
 * @param reason what he gave as the reason, for the practice's eyes; a patient never gets it
 */
@Enforces("DIS-5")
public record AvailabilityState(
        Availability availability, Instant since, Optional<PersonRef> by, Optional<String> reason) {

    /** Checks that nothing is null. */
    public AvailabilityState {
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * What a conversation begins with.
     *
     * @param start when it began
     * @return enabled
     */
    public static AvailabilityState initial(Instant start) {
        return new AvailabilityState(Availability.ENABLED, start, Optional.empty(), Optional.empty());
    }

    /**
     * Whether it is switched off.
     *
     * @return true if it is
     */
    public boolean isDisabled() {
        return availability == Availability.DISABLED;
    }

    /**
     * The same as the patient may know it.
     *
     * @return the state without the person and the reason
     */
    public AvailabilityState forPatient() {
        return new AvailabilityState(availability, since, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return availability + " since " + since;
    }
}
