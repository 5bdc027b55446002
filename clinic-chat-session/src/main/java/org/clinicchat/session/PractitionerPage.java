package org.clinicchat.session;

import java.util.Objects;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.Transcript;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.internal.SessionShell;

/**
 * A practitioner's page with its one chat box (SES-3). Every call but {@link #gone} answers {@link RefusalCode#PAGE_DETACHED} once
 * another page has come up or this one is gone. Immutable and safe for any number of threads.
 */
public final class PractitionerPage {

    private final SessionShell shell;
    private final DeskKey desk;
    private final PageId id;

    PractitionerPage(SessionShell shell, DeskKey desk, PageId id) {
        this.shell = shell;
        this.desk = desk;
        this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * The page's id, for {@link WaitingRoom#page}.
     *
     * @return the id
     */
    public PageId id() {
        return id;
    }

    /**
     * The page as it is to be drawn now. Looking views nothing: only the open box does.
     *
     * @return rows, box and notices, or {@code PAGE_DETACHED}
     */
    @Enforces("SES-2")
    public Outcome<PageView> view() {
        return shell.tell(desk, new DeskCommand.LookAtPage(id));
    }

    /**
     * Opens the box on a patient, whose messages are viewed by that (SES-3). If the box was not on this patient, all other
     * sessions that have ended are erased (ERA-1).
     *
     * @param patient whom
     * @return the page as it is then, or {@code NOT_IN_QUEUE} for who is not in the list
     */
    @Enforces({"SES-3", "ERA-1"})
    public Outcome<PageView> choose(PatientId patient) {
        return shell.tell(desk, new DeskCommand.Choose(id, patient));
    }

    /**
     * Folds the box down: the next message of its patient opens it again (SES-4). It erases nothing (ERA-4).
     *
     * @return the page as it is then
     */
    @Enforces({"SES-6", "ERA-4"})
    public Outcome<PageView> minimise() {
        return shell.tell(desk, new DeskCommand.Minimise(id));
    }

    /**
     * Closes the box: no message opens it again (SES-4). All sessions that have ended are erased (ERA-1).
     *
     * @return the page as it is then
     */
    @Enforces({"SES-4", "ERA-1"})
    public Outcome<PageView> closeBox() {
        return shell.tell(desk, new DeskCommand.CloseBox(id));
    }

    /**
     * Sends into a session. Sending the same draft again gives the first receipt and sends nothing (CARE-8), until the session is
     * erased (ERA-6).
     *
     * @param session which, as a row or the box has it
     * @param draft what, and to which patient it is spoken
     * @return the receipt, or the first of these reasons: {@code CLIENT_MESSAGE_ID_REUSED}, {@code PAGE_DETACHED},
     *     {@code SESSION_ERASED} (with {@link ErasedSession}), {@code NOT_FOUND}, {@code WRONG_PATIENT}, {@code PATIENT_HAS_LEFT}
     *     (with {@link RefusalDetail.Since}), {@code MALFORMED_ID}, {@code MESSAGE_EMPTY}, {@code TEXT_TOO_LONG},
     *     {@code CONTROL_CHARACTER}, {@code TEXT_NOT_UNICODE}, {@code SESSION_FULL} (with {@link RefusalDetail.Limit}),
     *     {@code NODE_FULL}
     */
    @Enforces({"SES-1", "SES-7"})
    public Outcome<SessionReceipt> send(SessionId session, SessionDraft draft) {
        return shell.tell(desk, new DeskCommand.PractitionerSends(id, session, draft));
    }

    /**
     * Whether a new, valid draft could be sent now.
     *
     * @param session in which session
     * @return yes, or the reason that {@link #send} would give
     */
    public Outcome<Allowed> canSend(SessionId session) {
        return shell.tell(desk, new DeskCommand.MayPractitionerSend(id, session));
    }

    /**
     * What was said in a session, to be copied by hand (SES-8). It views nothing.
     *
     * @param session which
     * @return the transcript, or {@code SESSION_ERASED} with {@link ErasedSession}, which says why; after some hours, or if it never
     *     was, {@code NOT_FOUND}
     */
    @Enforces("SES-8")
    public Outcome<Transcript> transcript(SessionId session) {
        return shell.tell(desk, new DeskCommand.ReadTranscript(id, session));
    }

    /**
     * The page was loaded again and keeps its id: the box is closed, and all sessions that have ended are erased (ERA-1, ERA-2). A
     * page that comes back after a short network drop says nothing.
     *
     * @return the page as it is then
     */
    @Enforces({"ERA-1", "ERA-2"})
    public Outcome<PageView> refreshed() {
        return shell.tell(desk, new DeskCommand.PageRefreshed(id, shell.newSession()));
    }

    /**
     * The page was closed, its user has signed out, or its connection stays lost: this counts as a refresh (ERA-4).
     *
     * @return done, also if it was gone already
     */
    @Enforces("ERA-4")
    public Outcome<Allowed> gone() {
        return shell.tell(desk, new DeskCommand.PageGone(id, shell.newSession()));
    }

    /**
     * Calls a listener whenever {@link #view} would give something else, so that the box opens by itself. A signal, without content.
     * A page that is detached is told so once, and then nothing.
     *
     * @param listener who is told
     * @return ends the telling
     */
    @Enforces("LIVE-4")
    public SessionSubscription subscribe(SessionListener listener) {
        return shell.watchPage(desk, id, listener);
    }
}
