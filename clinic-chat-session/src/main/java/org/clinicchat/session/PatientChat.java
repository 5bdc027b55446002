package org.clinicchat.session;

import java.util.Objects;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.PatientPage;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.internal.SessionShell;

/**
 * The session chat as a patient has it. Who is not in the queue or in the call, no longer or never, gets
 * {@link RefusalCode#NOT_IN_QUEUE} (SES-1, SES-8). Immutable and safe for any number of threads.
 */
public final class PatientChat {

    private final SessionShell shell;
    private final DeskKey desk;
    private final PatientId patient;

    PatientChat(SessionShell shell, DeskKey desk, PatientId patient) {
        this.shell = shell;
        this.desk = desk;
        this.patient = Objects.requireNonNull(patient, "patient");
    }

    /**
     * What the patient sees now.
     *
     * @return the session, or {@code NOT_IN_QUEUE}
     */
    @Enforces("SES-8")
    public Outcome<PatientPage> view() {
        return shell.tell(desk, new DeskCommand.LookAsPatient(patient));
    }

    /**
     * Sends. Sending the same draft again gives the first receipt and sends nothing (CARE-8), until the session is erased (ERA-6).
     *
     * @param draft what; it names this patient
     * @return the receipt, or the first of these reasons: {@code CLIENT_MESSAGE_ID_REUSED}, {@code NOT_IN_QUEUE},
     *     {@code WRONG_PATIENT}, {@code PRACTITIONER_WRITES_FIRST}, {@code MALFORMED_ID}, {@code MESSAGE_EMPTY},
     *     {@code TEXT_TOO_LONG}, {@code CONTROL_CHARACTER}, {@code TEXT_NOT_UNICODE}, {@code SESSION_FULL}, {@code NODE_FULL}
     */
    @Enforces({"SES-1", "SES-9"})
    public Outcome<SessionReceipt> send(SessionDraft draft) {
        return shell.tell(desk, new DeskCommand.PatientSends(patient, draft));
    }

    /**
     * Whether a new, valid draft could be sent now.
     *
     * @return yes, or the reason that {@link #send} would give
     */
    public Outcome<Allowed> canSend() {
        return shell.tell(desk, new DeskCommand.MayPatientSend(patient));
    }

    /**
     * Calls a listener whenever {@link #view} would give something else. A signal, without content.
     *
     * @param listener who is told
     * @return ends the telling
     */
    @Enforces("LIVE-4")
    public SessionSubscription subscribe(SessionListener listener) {
        return shell.watchPatient(desk, patient, listener);
    }
}
