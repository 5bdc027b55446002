package org.clinicchat.people;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * Somebody, by role and id, like FHIR's {@code Patient/123}. Its {@code toString} has the role alone.
 *
 * @param role what they are
 * @param id their id in that role; empty for the host
 */
public record PersonRef(Role role, String id) {

    /** The application that embeds the chat: the author of system messages. */
    public static final PersonRef HOST = new PersonRef(Role.HOST, "");

    /** Checks the form of the id. */
    public PersonRef {
        Objects.requireNonNull(role, "role");
        if (role == Role.HOST) {
            if (!id.isEmpty()) {
                throw new IllegalArgumentException("the host has no id");
            }
        } else {
            FhirId.check(id, "PersonRef");
        }
    }

    /**
     * A patient.
     *
     * @param id who
     * @return the reference
     */
    public static PersonRef of(PatientId id) {
        return new PersonRef(Role.PATIENT, id.value());
    }

    /**
     * A practitioner.
     *
     * @param id who
     * @return the reference
     */
    public static PersonRef of(PractitionerId id) {
        return new PersonRef(Role.PRACTITIONER, id.value());
    }

    /**
     * A guest.
     *
     * @param id who
     * @return the reference
     */
    public static PersonRef of(GuestId id) {
        return new PersonRef(Role.GUEST, id.value());
    }

    /**
     * The practitioner, if it is one.
     *
     * @return the id, or empty for any other role
     */
    public Optional<PractitionerId> practitioner() {
        return role == Role.PRACTITIONER ? Optional.of(new PractitionerId(id)) : Optional.empty();
    }

    /**
     * The patient, if it is one.
     *
     * @return the id, or empty for any other role
     */
    public Optional<PatientId> patient() {
        return role == Role.PATIENT ? Optional.of(new PatientId(id)) : Optional.empty();
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return role + "[hidden]";
    }
}
