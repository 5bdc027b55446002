package org.clinicchat.substitution;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * The owner's "chats visible to substitutes", with the period in which it holds (SUB-1). Immutable.
 *
 * @param visible whether colleagues may stand in at all
 * @param from the first moment of the period, or empty for no beginning
 * @param until the first moment after the period, or empty for no end
 */
@Enforces("SUB-1")
public record SubstituteAccess(boolean visible, Optional<Instant> from, Optional<Instant> until) {

    /** Off: what a new practice has. */
    public static final SubstituteAccess OFF = new SubstituteAccess(false, Optional.empty(), Optional.empty());

    /** Checks that nothing is null. */
    public SubstituteAccess {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /**
     * Whether the period has no moment in it.
     *
     * @return true if it ends before or as it begins
     */
    public boolean isEmpty() {
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get());
    }

    /**
     * Whether colleagues may stand in at this moment, as far as the owner decides it.
     *
     * @param now the moment
     * @return true if it is visible and the moment lies in [from, until)
     */
    public boolean isOpenAt(Instant now) {
        return visible
                && (from.isEmpty() || !now.isBefore(from.get()))
                && (until.isEmpty() || now.isBefore(until.get()));
    }

    /**
     * Whether this colleague may stand in at this moment (SUB-1): three of the four conditions; the fourth, that he acts in
     * substitute mode for this owner, is the actor's.
     *
     * @param sharesWorkGroup whether both are in one work group now
     * @param now the moment
     * @return true if he may
     */
    public boolean allows(boolean sharesWorkGroup, Instant now) {
        return sharesWorkGroup && isOpenAt(now);
    }
}
