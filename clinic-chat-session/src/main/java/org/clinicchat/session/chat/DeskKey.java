package org.clinicchat.session.chat;

import java.util.Objects;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;

/**
 * Whose desk: a practitioner in a clinic. All that is decided together lies on one desk. Its {@code toString} hides it.
 *
 * @param clinic the clinic
 * @param practitioner the practitioner
 */
public record DeskKey(ClinicId clinic, PractitionerId practitioner) {

    /** Checks that nothing is null. */
    public DeskKey {
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(practitioner, "practitioner");
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "DeskKey[hidden]";
    }
}
