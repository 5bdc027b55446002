package org.clinicchat.session.chat;

import java.util.Objects;
import java.util.OptionalInt;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PatientId;

/**
 * A patient in the practitioner's list: who is there, and who has left and is not erased yet. Its {@code toString} hides who.
 *
 * @param session the patient's latest session
 * @param patient who
 * @param phase {@code IN_QUEUE}, {@code IN_CALL} or {@code ENDED}
 * @param unviewed how many of the patient's messages the practitioner has not viewed, zero or more
 */
@Enforces("SES-2")
public record QueueRow(SessionId session, PatientId patient, SessionPhase phase, int unviewed) {

    /** Checks that nothing is null. */
    public QueueRow {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(phase, "phase");
    }

    /**
     * The number beside the name.
     *
     * @return the number of messages that were not viewed; empty for zero, which shows nothing (SES-2)
     */
    public OptionalInt badge() {
        return unviewed == 0 ? OptionalInt.empty() : OptionalInt.of(unviewed);
    }

    @Override
    public String toString() {
        return "QueueRow[" + session + ", " + phase + ", " + unviewed + "]";
    }
}
