package org.clinicchat;

import java.util.Objects;
import org.clinicchat.internal.Shell;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * One clinic, and in it whoever acts: nothing can be asked without having said where and as whom (SAFE-1). The host has made
 * sure that it is them. Immutable and cheap: make it anew for each request or keep it.
 */
@Enforces({"SAFE-1", "SAFE-2"})
public final class Clinic {

    private final Shell shell;
    private final ClinicId id;

    Clinic(Shell shell, ClinicId id) {
        this.shell = shell;
        this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * Which clinic.
     *
     * @return its id
     */
    public ClinicId id() {
        return id;
    }

    /**
     * The application itself, which puts the people and their groups.
     *
     * @return what it can do
     */
    public HostView host() {
        return new HostView(shell, Actor.host(id));
    }

    /**
     * A practitioner in his own chats.
     *
     * @param practitioner who
     * @return what he can do
     */
    public PractitionerView practitioner(PractitionerId practitioner) {
        return new PractitionerView(shell, Actor.practitioner(id, practitioner), practitioner);
    }

    /**
     * A patient.
     *
     * @param patient who
     * @return what he can do
     */
    public PatientView patient(PatientId patient) {
        return new PatientView(shell, Actor.patient(id, patient), patient);
    }
}
