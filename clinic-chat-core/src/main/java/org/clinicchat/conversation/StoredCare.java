package org.clinicchat.conversation;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.service.Practice;

/**
 * What the storage knows, at one moment, that a decision on a care conversation asks for. Its {@code toString} is safe to
 * log.
 *
 * @param practice the owner's practice, if there is one
 * @param patientKnown whether the host has put a profile of the patient
 * @param permitted whether the host has permitted this pair; asked only under {@link ContactPolicy#PERMITTED_PAIRS}
 * @param sharesWorkGroup whether actor and owner are practitioners of one work group; false if they are the same
 * @param linkedToPatient whether the host has linked the actor, a practitioner, with this patient: one person (SUB-6)
 * @param state the conversation's state, if it has begun
 * @param prior what the actor sent before under the asked client message id, if he did
 */
public record StoredCare(
        Optional<Practice> practice,
        boolean patientKnown,
        boolean permitted,
        boolean sharesWorkGroup,
        boolean linkedToPatient,
        Optional<CareState> state,
        Optional<PriorSend> prior) {

    /** Checks that nothing is null. */
    public StoredCare {
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(prior, "prior");
    }

    /**
     * The same, knowing of an earlier send.
     *
     * @param found what the actor sent before under the asked client message id
     * @return the facts
     */
    public StoredCare with(PriorSend found) {
        return new StoredCare(
                practice, patientKnown, permitted, sharesWorkGroup, linkedToPatient, state, Optional.of(found));
    }
}
