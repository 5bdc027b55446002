package org.clinicchat.session.chat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.people.PatientId;

/**
 * What the open box shows. Usually that is one session; when a patient has left and come back, the one that ended stands before
 * the new one, until it is erased (ERA-4). Its {@code toString} hides who and what.
 *
 * @param patient with whom
 * @param sessions what was said, the session that is current last; never empty
 * @param readOnly why nobody can write here now, such as that the patient has left; empty when the practitioner can write
 */
public record OpenBox(PatientId patient, List<Transcript> sessions, Optional<Refusal> readOnly) {

    /** Checks that nothing is null. */
    public OpenBox {
        Objects.requireNonNull(patient, "patient");
        sessions = List.copyOf(sessions);
        Objects.requireNonNull(readOnly, "readOnly");
    }

    /**
     * The session in which a message of the box would be sent.
     *
     * @return the patient's latest
     */
    public Transcript current() {
        return sessions.get(sessions.size() - 1);
    }

    @Override
    public String toString() {
        return "OpenBox" + sessions;
    }
}
