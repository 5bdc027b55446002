package org.clinicchat.session;

import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.chat.ErasedSession;

/**
 * Is told of every erased session what remains of it (ERA-6), and how much of it nobody had viewed (ERA-8): for an audit of the
 * host's. It is called by the thread whose call erased, and must return at once.
 */
@FunctionalInterface
@Enforces({"ERA-6", "ERA-8"})
public interface ErasureListener {

    /**
     * A session was erased.
     *
     * @param clinic in which clinic
     * @param practitioner whose
     * @param remains all that remains of it
     * @param unviewed how many of the patient's messages the practitioner had not viewed; mostly zero
     */
    void erased(ClinicId clinic, PractitionerId practitioner, ErasedSession remains, int unviewed);
}
