package org.clinicchat.session.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.OpenBox;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.PatientPage;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.chat.Transcript;

/** One desk, told one thing after another: reads like what happens in a practice. The page is attached from the beginning. */
final class DeskScene {

    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId BRUNO = PatientId.of("bruno");
    static final PatientId CARLA = PatientId.of("carla");
    static final Instant MORNING = Instant.parse("2026-11-02T09:00:00Z");

    final List<Erasure> erasures = new ArrayList<>();
    PageId page = PageId.of("page-0");
    SessionSettings settings = SessionSettings.defaults();
    boolean hasRoom = true;
    int askedForRoom;
    Instant now = MORNING;
    Desk desk = Desk.EMPTY;
    DeskNews news = DeskNews.NONE;
    private int ids;

    DeskScene() {
        attachPage();
    }

    <A> Outcome<A> tell(DeskCommand<A> command) {
        DeskStep<A> step = command.decide(desk, new DeskFacts(now, settings, this::askForRoom));
        desk = step.desk();
        news = step.news();
        erasures.addAll(news.erasures());
        return step.answer();
    }

    private boolean askForRoom() {
        askedForRoom++;
        return hasRoom;
    }

    SessionId joins(PatientId patient) {
        return tell(new DeskCommand.PatientJoins(patient, fresh())).orThrow();
    }

    SessionId callStarts(PatientId patient) {
        return tell(new DeskCommand.CallStarts(patient, fresh())).orThrow();
    }

    void leaves(PatientId patient) {
        tell(new DeskCommand.PatientLeaves(patient)).orThrow();
    }

    PageId attachPage() {
        page = PageId.of("page-" + ++ids);
        return tell(new DeskCommand.PageAttaches(page, fresh())).orThrow();
    }

    PageView refreshed() {
        return tell(new DeskCommand.PageRefreshed(page, fresh())).orThrow();
    }

    void pageGone() {
        tell(new DeskCommand.PageGone(page, fresh())).orThrow();
    }

    PageView choose(PatientId patient) {
        return tell(new DeskCommand.Choose(page, patient)).orThrow();
    }

    PageView minimise() {
        return tell(new DeskCommand.Minimise(page)).orThrow();
    }

    PageView closeBox() {
        return tell(new DeskCommand.CloseBox(page)).orThrow();
    }

    PageView view() {
        return tell(new DeskCommand.LookAtPage(page)).orThrow();
    }

    QueueRow row(PatientId patient) {
        return view().rows().stream()
                .filter(row -> row.patient().equals(patient))
                .findFirst()
                .orElseThrow();
    }

    int unviewed(PatientId patient) {
        return row(patient).unviewed();
    }

    Outcome<SessionReceipt> writes(PatientId patient, String text) {
        return tell(new DeskCommand.PatientSends(patient, draft(patient, text)));
    }

    Outcome<SessionReceipt> answers(SessionId session, PatientId patient, String text) {
        return tell(new DeskCommand.PractitionerSends(page, session, draft(patient, text)));
    }

    SessionDraft draft(PatientId patient, String text) {
        return SessionDraft.of(ClientMessageId.of("m-" + ++ids), patient, text);
    }

    Outcome<Transcript> transcript(SessionId session) {
        return tell(new DeskCommand.ReadTranscript(page, session));
    }

    List<String> texts(SessionId session) {
        return transcript(session).orThrow().messages().stream()
                .map(SessionMessage::text)
                .toList();
    }

    Outcome<PatientPage> seenBy(PatientId patient) {
        return tell(new DeskCommand.LookAsPatient(patient));
    }

    Outcome<Allowed> maySend(SessionId session) {
        return tell(new DeskCommand.MayPractitionerSend(page, session));
    }

    Outcome<Allowed> maySend(PatientId patient) {
        return tell(new DeskCommand.MayPatientSend(patient));
    }

    OpenBox openBox() {
        return view().open().orElseThrow();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Why the session is gone. */
    ErasedSession erased(SessionId session) {
        return transcript(session)
                .whyNot()
                .flatMap(refusal -> refusal.detail(ErasedSession.class))
                .orElseThrow();
    }

    static Optional<RefusalCode> code(Outcome<?> outcome) {
        return outcome.whyNot().map(Refusal::code);
    }

    private SessionId fresh() {
        return SessionId.of("s-" + ++ids);
    }
}
