package org.clinicchat.people;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * Who asks, in which clinic, and in whose chats (SAFE-1). Immutable; equal when all three are. Its {@code toString} has
 * the role alone.
 */
@Enforces("SAFE-1")
public final class Actor {

    private final ClinicId clinic;
    private final PersonRef self;
    private final Optional<PersonRef> owner;

    private Actor(ClinicId clinic, PersonRef self, Optional<PersonRef> owner) {
        this.clinic = Objects.requireNonNull(clinic, "clinic");
        this.self = self;
        this.owner = owner;
    }

    /**
     * A patient.
     *
     * @param clinic where
     * @param patient who
     * @return the actor
     */
    public static Actor patient(ClinicId clinic, PatientId patient) {
        return new Actor(clinic, PersonRef.of(patient), Optional.empty());
    }

    /**
     * A practitioner in his own chats.
     *
     * @param clinic where
     * @param practitioner who
     * @return the actor
     */
    public static Actor practitioner(ClinicId clinic, PractitionerId practitioner) {
        return new Actor(clinic, PersonRef.of(practitioner), Optional.empty());
    }

    /**
     * A practitioner who stands in for a colleague: explicit substitute mode (SUB-1). Nobody may stand in for himself: such an
     * actor sees nothing.
     *
     * @param clinic where
     * @param practitioner who acts
     * @param owner whose chats
     * @return the actor
     */
    public static Actor substitute(ClinicId clinic, PractitionerId practitioner, PractitionerId owner) {
        return new Actor(clinic, PersonRef.of(practitioner), Optional.of(PersonRef.of(owner)));
    }

    /**
     * A guest of a visit.
     *
     * @param clinic where
     * @param guest who
     * @return the actor
     */
    public static Actor guest(ClinicId clinic, GuestId guest) {
        return new Actor(clinic, PersonRef.of(guest), Optional.empty());
    }

    /**
     * The application that embeds the chat.
     *
     * @param clinic where
     * @return the actor
     */
    public static Actor host(ClinicId clinic) {
        return new Actor(clinic, PersonRef.HOST, Optional.empty());
    }

    /**
     * The clinic.
     *
     * @return where this actor acts, and nowhere else
     */
    public ClinicId clinic() {
        return clinic;
    }

    /**
     * The person.
     *
     * @return who acts
     */
    public PersonRef self() {
        return self;
    }

    /**
     * The owner for whom a substitute acts.
     *
     * @return the owner, or empty if this is no substitute
     */
    public Optional<PersonRef> onBehalfOf() {
        return owner;
    }

    /**
     * Whether this is a practitioner in his own chats or a substitute in a colleague's.
     *
     * @return true for both
     */
    public boolean isPractitioner() {
        return self.role() == Role.PRACTITIONER;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Actor that
                && clinic.equals(that.clinic)
                && self.equals(that.self)
                && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(clinic, self, owner);
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return owner.isPresent() ? "substitute in " + clinic : self.role() + " in " + clinic;
    }
}
