package org.clinicchat.session.desk;

import java.util.List;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.OpenBox;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.PatientPage;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionSide;
import org.clinicchat.session.chat.Transcript;
import org.clinicchat.session.desk.SendRules.Sending;

/** What each may see now. */
final class Looking {

    private Looking() {}

    static Outcome<PageView> page(DeskChange desk, PageId page) {
        return attached(desk, page).map(there -> pageOf(desk));
    }

    /** Only the page that is attached has the box (SES-3). */
    @Enforces("SES-3")
    static Outcome<PageId> attached(DeskChange desk, PageId page) {
        return desk.isAttached(page) ? Outcome.accepted(page) : Outcome.refused(Refusal.of(RefusalCode.PAGE_DETACHED));
    }

    /** A session that the practitioner may see: his, and not erased. */
    @Enforces({"SES-8", "SAFE-1"})
    static Outcome<Session> seen(DeskChange desk, PageId page, SessionId session) {
        return attached(desk, page)
                .flatMap(there -> desk.sessions()
                        .withId(session)
                        .map(Outcome::accepted)
                        .orElseGet(() -> Outcome.refused(whyNotThere(desk, session))));
    }

    /** A patient's session, while he is there: afterwards it is for him as if it had never been (SES-8). */
    @Enforces({"SES-1", "SES-8"})
    static Outcome<Session> live(DeskChange desk, PatientId patient) {
        return desk.sessions()
                .latestOf(patient)
                .filter(session -> session.phase().isLive())
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.NOT_IN_QUEUE)));
    }

    static Outcome<Transcript> transcript(DeskChange desk, PageId page, SessionId session) {
        return seen(desk, page, session).map(Session::transcript);
    }

    static Outcome<PatientPage> patientPage(DeskChange desk, PatientId patient) {
        return live(desk, patient)
                .map(session -> new PatientPage(session.transcript(), whyNotWrite(desk, session, SessionSide.PATIENT)));
    }

    private static Refusal whyNotThere(DeskChange desk, SessionId session) {
        return desk.remainsOf(session)
                .map(erased -> Refusal.of(RefusalCode.SESSION_ERASED, erased))
                .orElseGet(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    private static PageView pageOf(DeskChange change) {
        Desk desk = change.after();
        List<QueueRow> rows = rows(desk.sessions);
        boolean waiting = rows.stream().anyMatch(row -> row.unviewed() > 0);
        Optional<OpenBox> open =
                desk.box.patient().filter(on -> desk.box.isOpen()).map(on -> openBox(change, on));
        return new PageView(rows, desk.box, open, desk.notice, desk.alerts && waiting);
    }

    /** A row a patient, at the place of his latest session, with the count of all of his (SES-2). */
    @Enforces("SES-2")
    private static List<QueueRow> rows(Sessions sessions) {
        return sessions.stream()
                .filter(session -> sessions.latestOf(session.patient())
                        .filter(session::equals)
                        .isPresent())
                .map(session -> session.row(unviewed(sessions, session.patient())))
                .toList();
    }

    private static int unviewed(Sessions sessions, PatientId patient) {
        return sessions.stream()
                .filter(session -> session.isOf(patient))
                .mapToInt(Session::unviewed)
                .sum();
    }

    private static OpenBox openBox(DeskChange change, PatientId patient) {
        List<Session> shown = change.sessions().stream()
                .filter(session -> session.isOf(patient))
                .toList();
        Session current = shown.get(shown.size() - 1);
        return new OpenBox(
                patient,
                shown.stream().map(Session::transcript).toList(),
                whyNotWrite(change, current, SessionSide.PRACTITIONER));
    }

    /** The view says why nobody writes (SES-7). */
    @Enforces("SES-7")
    private static Optional<Refusal> whyNotWrite(DeskChange desk, Session session, SessionSide side) {
        return SendRules.whyNotAnything(new Sending(desk.facts(), session, side));
    }
}
