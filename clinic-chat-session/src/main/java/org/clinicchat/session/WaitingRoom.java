package org.clinicchat.session;

import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.internal.SessionShell;

/**
 * A practitioner's waiting room, as the host keeps it: here the host tells what happens there, and gets what practitioner and patients
 * work with. What happens to a patient may be told twice, and "joined" and "call started" may be told again from the beginning, for as
 * long as the patient has not left: nothing changes. Immutable and safe for any number of threads.
 */
public final class WaitingRoom {

    private final SessionShell shell;
    private final DeskKey desk;

    WaitingRoom(SessionShell shell, DeskKey desk) {
        this.shell = shell;
        this.desk = desk;
    }

    /**
     * A patient has entered the queue. If the patient is not in a session, a new and empty one begins (SES-1, ERA-4); told again,
     * also during the call, it changes nothing.
     *
     * @param patient who
     * @return the session, or {@link RefusalCode#NODE_FULL}: then this patient cannot chat
     */
    @Enforces("SES-1")
    public Outcome<SessionId> patientJoined(PatientId patient) {
        return shell.tell(desk, new DeskCommand.PatientJoins(patient, shell.newSession()));
    }

    /**
     * The call with a patient has started; it is the same session as in the queue. Other sessions that have ended are erased, also
     * an earlier one of the same patient (ERA-1).
     *
     * @param patient who
     * @return the session, or {@link RefusalCode#NODE_FULL}: then this patient cannot chat; the erase may have made room, so that it
     *     can be told again
     */
    @Enforces({"SES-1", "ERA-1"})
    public Outcome<SessionId> callStarted(PatientId patient) {
        return shell.tell(desk, new DeskCommand.CallStarts(patient, shell.newSession()));
    }

    /**
     * A patient has left the queue or the call: the session has ended (SES-7).
     *
     * @param patient who
     * @return done
     */
    @Enforces("SES-7")
    public Outcome<Allowed> patientLeft(PatientId patient) {
        return shell.tell(desk, new DeskCommand.PatientLeaves(patient));
    }

    /**
     * The practitioner's page has come up, with its box closed. A page that was there before is detached: for it this is a refresh
     * (ERA-4). So attach once for each load of the page.
     *
     * @return the page; the browser keeps its id
     */
    @Enforces({"SES-3", "ERA-4"})
    public PractitionerPage attachPage() {
        PageId page = new PageId(shell.newId());
        return page(shell.tell(desk, new DeskCommand.PageAttaches(page, shell.newSession()))
                .orThrow());
    }

    /**
     * The page with this id; whether it is the one that is attached is asked with every call.
     *
     * @param page as {@link PractitionerPage#id()} gave it
     * @return the page
     */
    public PractitionerPage page(PageId page) {
        return new PractitionerPage(shell, desk, page);
    }

    /**
     * The chat as a patient has it.
     *
     * @param patient who
     * @return the patient's side
     */
    public PatientChat patient(PatientId patient) {
        return new PatientChat(shell, desk, patient);
    }

    /**
     * Whether the practitioner wants to be notified of new chat messages (SES-10). It gates alerts alone; it is true until it is
     * said otherwise, and forgotten when the node stops: tell it when the page comes up.
     *
     * @param wanted whether
     * @return done
     */
    @Enforces("SES-10")
    public Outcome<Allowed> notifyOfMessages(boolean wanted) {
        return shell.tell(desk, new DeskCommand.Notify(wanted));
    }
}
