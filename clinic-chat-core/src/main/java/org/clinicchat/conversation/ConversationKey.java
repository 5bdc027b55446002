package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * Which care conversation: there is one for each clinic, practitioner and patient (CARE-1). It begins with the clinic, so
 * that nothing crosses clinics (SAFE-2). Its {@code toString} names nobody.
 *
 * @param clinic where
 * @param practitioner the owner
 * @param patient with whom
 */
@Enforces({"CARE-1", "SAFE-2"})
public record ConversationKey(ClinicId clinic, PractitionerId practitioner, PatientId patient) {

    /** Checks that nothing is null. */
    public ConversationKey {
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(patient, "patient");
    }

    @Override
    public String toString() {
        return "ConversationKey[" + clinic + "]";
    }
}
