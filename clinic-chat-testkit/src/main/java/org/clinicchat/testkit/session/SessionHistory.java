package org.clinicchat.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.PractitionerPage;
import org.clinicchat.session.SessionChat;
import org.clinicchat.session.SessionSignal;
import org.clinicchat.session.WaitingRoom;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.OpenBox;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.PatientPage;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.chat.Transcript;
import org.clinicchat.session.port.SessionHome;
import org.clinicchat.testkit.SettableClock;

/** One history, told to the chat and to the model at once; what they say is held together after every step. */
final class SessionHistory implements AutoCloseable {

    private static final int DESKS = 2;
    private static final int PATIENTS = 5;
    private static final int[] HOURS = {1, 5, 11, 12};

    /** A message as it was sent, to be sent again. */
    private record Sent(int desk, Optional<PatientId> byPatient, int page, SessionId session, SessionDraft draft) {}

    private final List<PatientId> patients = IntStream.range(0, PATIENTS)
            .mapToObj(i -> PatientId.of("patient-" + i))
            .toList();
    private final SettableClock clock = SettableClock.atSomeMorning();
    private final List<ModelDesk> desks = new ArrayList<>();
    private final List<WaitingRoom> rooms = new ArrayList<>();
    private final List<List<PractitionerPage>> pages = new ArrayList<>();
    private final List<Set<SessionId>> known = new ArrayList<>();
    private final List<List<SessionSignal>> signals = new ArrayList<>();
    private final List<ErasedSession> told = new ArrayList<>();
    private final List<Integer> toldUnviewed = new ArrayList<>();
    private final Map<SessionDraft, SessionReceipt> receipts = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final SessionChat chat;
    private int texts;

    SessionHistory(SessionHome home, SessionSettings settings) {
        chat = SessionChat.in(home)
                .settings(settings)
                .clock(clock)
                .sweepOnDemand()
                .deliverOn(Runnable::run)
                .erasures((clinic, practitioner, remains, unviewed) -> {
                    told.add(remains);
                    toldUnviewed.add(unviewed);
                })
                .build();
        for (int i = 0; i < DESKS; i++) {
            desks.add(new ModelDesk(settings));
            rooms.add(chat.waitingRoom(ClinicId.of("clinic"), PractitionerId.of("practitioner-" + i)));
            pages.add(new ArrayList<>());
            known.add(new LinkedHashSet<>());
            signals.add(new ArrayList<>());
            attach(i);
        }
    }

    @Override
    public void close() {
        chat.close();
    }

    void run(List<SessionStep> steps) {
        for (SessionStep step : steps) {
            Map<SessionId, Transcript> before = transcripts();
            int toldBefore = told.size();
            signals.forEach(List::clear);
            desks.forEach(desk -> desk.timeIs(clock.instant()));
            take(step);
            compare();
            holdTheInvariants(step, before, told.subList(toldBefore, told.size()));
        }
        compareWhatRemains();
    }

    private void take(SessionStep step) {
        int at = step.practitioner();
        ModelDesk desk = desks.get(at);
        WaitingRoom room = rooms.get(at);
        PatientId patient = patients.get(step.patient());
        Instant now = clock.instant();
        switch (step.deed()) {
            case JOINS -> {
                SessionId given = newOrKnown(at, room.patientJoined(patient).orThrow());
                assertThat(desk.joins(patient, given).isNamed(given)).isTrue();
            }
            case CALL_STARTS -> {
                SessionId given = newOrKnown(at, room.callStarted(patient).orThrow());
                assertThat(desk.callStarts(patient, given, now).isNamed(given)).isTrue();
            }
            case LEAVES -> {
                room.patientLeft(patient).orThrow();
                desk.leaves(patient, now);
            }
            case ATTACHES -> attach(at);
            case WANTS_ALERTS -> {
                desk.alerts = step.which() % 2 == 0;
                room.notifyOfMessages(desk.alerts).orThrow();
            }
            case TIME_PASSES -> {
                clock.move(Duration.ofHours(HOURS[step.which() % HOURS.length]));
                desks.forEach(each -> each.timeIs(clock.instant()));
            }
            case SWEEPS -> chat.sweep();
            case SENDS_AGAIN -> sendAgain(step.which(), false);
            case SENDS_OTHER_TEXT_AGAIN -> sendAgain(step.which(), true);
            case PATIENT_WRITES -> send(new Sent(at, Optional.of(patient), 0, none(), draft(patient)));
            case PRACTITIONER_WRITES -> send(new Sent(at, Optional.empty(), page(step), session(step), meant(step)));
            case WRITES_TO_ANOTHER ->
                send(new Sent(
                        at,
                        Optional.empty(),
                        page(step),
                        session(step),
                        draft(patients.get((step.patient() + 1) % PATIENTS))));
            case REFRESHES, GOES, CHOOSES, MINIMISES, CLOSES -> onPage(step, desk, patient, now);
        }
    }

    private void onPage(SessionStep step, ModelDesk desk, PatientId patient, Instant now) {
        int number = page(step);
        PractitionerPage page = pages.get(step.practitioner()).get(number);
        boolean isAttached = desk.page == number;
        if (step.deed() == SessionStep.Deed.GOES) {
            page.gone().orThrow();
            if (isAttached) {
                desk.goes(now);
            }
            return;
        }
        Outcome<PageView> answer = switch (step.deed()) {
            case REFRESHES -> page.refreshed();
            case CHOOSES -> page.choose(patient);
            case MINIMISES -> page.minimise();
            default -> page.closeBox();
        };
        if (!isAttached) {
            assertThat(code(answer)).contains(RefusalCode.PAGE_DETACHED);
            return;
        }
        switch (step.deed()) {
            case REFRESHES -> desk.refreshed(now);
            case CHOOSES ->
                assertThat(code(answer))
                        .isEqualTo(
                                desk.chooses(patient, now) ? Optional.empty() : Optional.of(RefusalCode.NOT_IN_QUEUE));
            case MINIMISES -> desk.minimises();
            default -> desk.closes(now);
        }
        answer.ifAccepted(view -> assertThat(view).isEqualTo(page.view().orThrow()));
    }

    private void attach(int at) {
        PractitionerPage page = rooms.get(at).attachPage();
        List<SessionSignal> heard = signals.get(at);
        // The one whose place is taken is told so, once.
        assertThat(heard).hasSize(desks.get(at).page < 0 ? 0 : 1);
        page.subscribe(heard::add);
        pages.get(at).add(page);
        desks.get(at).attaches(pages.get(at).size() - 1, clock.instant());
    }

    /** The attached page, or the one before it. */
    private int page(SessionStep step) {
        return Math.max(0, pages.get(step.practitioner()).size() - 1 - (step.which() % 4 == 0 ? 1 : 0));
    }

    /** The patient's session now, or any that there ever was. */
    private SessionId session(SessionStep step) {
        List<SessionId> all = List.copyOf(known.get(step.practitioner()));
        Optional<SessionId> now = desks.get(step.practitioner())
                .latest(patients.get(step.patient()))
                .flatMap(one -> Optional.ofNullable(one.id));
        boolean any = step.which() % 3 == 0 || now.isEmpty();
        return any ? (all.isEmpty() ? none() : all.get(step.which() % all.size())) : now.get();
    }

    /** A draft for the patient of that session. */
    private SessionDraft meant(SessionStep step) {
        return draft(desks.get(step.practitioner())
                .named(session(step))
                .map(one -> one.patient)
                .orElse(patients.get(step.patient())));
    }

    private static SessionId none() {
        return SessionId.of("there-is-none");
    }

    private SessionDraft draft(PatientId patient) {
        texts++;
        return SessionDraft.of(ClientMessageId.of("id-" + texts), patient, "text " + texts);
    }

    private void sendAgain(int which, boolean otherText) {
        if (!sent.isEmpty()) {
            Sent old = sent.get(which % sent.size());
            SessionDraft draft = otherText
                    ? SessionDraft.of(old.draft().clientId(), old.draft().patient(), "other " + ++texts)
                    : old.draft();
            send(new Sent(old.desk(), old.byPatient(), old.page(), old.session(), draft));
        }
    }

    private void send(Sent message) {
        ModelDesk desk = desks.get(message.desk());
        SessionDraft draft = message.draft();
        Optional<ModelSession> prior = desk.saidUnder(
                draft.clientId().value(),
                message.byPatient().isPresent(),
                message.byPatient().orElse(draft.patient()));
        Optional<RefusalCode> expected = prior.isPresent() ? whyNotReplayed(message, prior.get()) : whyNot(message);
        Outcome<SessionReceipt> answer = message.byPatient()
                .map(patient -> rooms.get(message.desk()).patient(patient).send(draft))
                .orElseGet(() -> pages.get(message.desk()).get(message.page()).send(message.session(), draft));
        assertThat(code(answer)).isEqualTo(expected);
        if (prior.isPresent()) {
            answer.ifAccepted(receipt -> assertThat(receipt).isEqualTo(receipts.get(draft)));
        } else {
            answer.ifAccepted(receipt -> accepted(message, receipt));
        }
        sent.add(message);
    }

    private static Optional<RefusalCode> whyNotReplayed(Sent message, ModelSession prior) {
        boolean addressed = message.byPatient().isPresent() || prior.isNamed(message.session());
        boolean same = addressed
                && prior.patient.equals(message.draft().patient())
                && prior.texts().contains(message.draft().text());
        return same ? Optional.empty() : Optional.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
    }

    private Optional<RefusalCode> whyNot(Sent message) {
        ModelDesk desk = desks.get(message.desk());
        PatientId meant = message.draft().patient();
        if (message.byPatient().isPresent()) {
            return desk.whyPatientMayNot(message.byPatient().get());
        }
        boolean isWrong = desk.whyNotSeen(message.page(), message.session(), clock.instant())
                        .isEmpty()
                && !desk.named(message.session()).orElseThrow().patient.equals(meant);
        return isWrong
                ? Optional.of(RefusalCode.WRONG_PATIENT)
                : desk.whyPractitionerMayNot(message.page(), message.session(), clock.instant());
    }

    private void accepted(Sent message, SessionReceipt receipt) {
        ModelDesk desk = desks.get(message.desk());
        SessionDraft draft = message.draft();
        receipts.put(draft, receipt);
        String id = draft.clientId().value();
        if (message.byPatient().isPresent()) {
            boolean alerts = desk.patientWrites(message.byPatient().get(), id, draft.text());
            SessionSignal expected = alerts ? SessionSignal.ALERT : SessionSignal.CHANGED;
            assertThat(signals.get(message.desk())).isEqualTo(desk.page < 0 ? List.of() : List.of(expected));
        } else {
            desk.practitionerWrites(message.session(), id, draft.text());
        }
    }

    private void compare() {
        for (int at = 0; at < DESKS; at++) {
            comparePages(at);
            for (PatientId patient : patients) {
                comparePatient(at, patient);
            }
            compareSessions(at);
        }
    }

    private void comparePages(int at) {
        ModelDesk desk = desks.get(at);
        for (int number = Math.max(0, pages.get(at).size() - 2);
                number < pages.get(at).size();
                number++) {
            Outcome<PageView> view = pages.get(at).get(number).view();
            if (number == desk.page) {
                compare(at, desk, view.orThrow());
            } else {
                assertThat(code(view)).contains(RefusalCode.PAGE_DETACHED);
            }
        }
    }

    private void compare(int at, ModelDesk desk, PageView view) {
        List<ModelSession> rows = desk.rows();
        assertThat(view.rows()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            ModelSession row = rows.get(i);
            QueueRow shown = view.rows().get(i);
            assertThat(row.isNamed(newOrKnown(at, shown.session()))).isTrue();
            assertThat(shown)
                    .isEqualTo(new QueueRow(shown.session(), row.patient, row.phase, desk.unseen(row.patient)));
        }
        assertThat(view.box()).isEqualTo(box(desk));
        assertThat(view.open().map(OpenBox::sessions).orElse(List.of()))
                .extracting(SessionHistory::said)
                .isEqualTo(desk.inBox().stream().map(ModelSession::texts).toList());
        assertThat(view.erased().map(ErasedSession::reason)).isEqualTo(desk.notice.map(ModelDesk.Gone::reason));
        assertThat(view.alert()).isEqualTo(desk.alerts && rows.stream().anyMatch(row -> desk.unseen(row.patient) > 0));
        view.open()
                .ifPresent(open -> assertThat(open.readOnly().map(Refusal::code))
                        .isEqualTo(desk.whyPractitionerMayNot(
                                desk.page, open.current().session(), clock.instant())));
    }

    private static ChatBox box(ModelDesk desk) {
        if (desk.boxed == null) {
            return ChatBox.closed();
        }
        return desk.open ? new ChatBox.Open(desk.boxed) : new ChatBox.Minimized(desk.boxed);
    }

    private void comparePatient(int at, PatientId patient) {
        Outcome<PatientPage> view = rooms.get(at).patient(patient).view();
        Optional<ModelSession> live = desks.get(at).live(patient);
        Optional<RefusalCode> refused = desks.get(at).whyPatientMayNot(patient);
        assertThat(code(rooms.get(at).patient(patient).canSend())).isEqualTo(refused);
        if (live.isEmpty()) {
            assertThat(code(view)).contains(RefusalCode.NOT_IN_QUEUE);
        } else {
            Transcript seen = view.orThrow().session();
            assertThat(live.get().isNamed(newOrKnown(at, seen.session()))).isTrue();
            assertThat(said(seen)).isEqualTo(live.get().texts());
            assertThat(view.orThrow().readOnly().map(Refusal::code)).isEqualTo(refused);
        }
    }

    private void compareSessions(int at) {
        ModelDesk desk = desks.get(at);
        int number = pages.get(at).size() - 1;
        PractitionerPage page = pages.get(at).get(number);
        for (SessionId session : known.get(at)) {
            Outcome<Transcript> transcript = page.transcript(session);
            assertThat(code(transcript)).isEqualTo(desk.whyNotSeen(number, session, clock.instant()));
            assertThat(code(page.canSend(session)))
                    .isEqualTo(desk.whyPractitionerMayNot(number, session, clock.instant()));
            transcript.ifAccepted(seen -> assertThat(said(seen))
                    .isEqualTo(desk.named(session).orElseThrow().texts()));
        }
    }

    /** What the rulebook says of every state, asked of the chat alone. */
    private void holdTheInvariants(SessionStep step, Map<SessionId, Transcript> before, List<ErasedSession> erased) {
        Map<SessionId, Transcript> after = transcripts();
        Set<SessionId> gone = new LinkedHashSet<>();
        erased.forEach(one -> gone.add(one.session()));
        before.forEach((session, earlier) -> {
            boolean canBeAsked = after.containsKey(session) || desks.stream().anyMatch(desk -> desk.page < 0);
            assertThat(gone.contains(session) || canBeAsked).isTrue();
            if (after.containsKey(session)) {
                Transcript later = after.get(session);
                assertThat(gone).doesNotContain(session);
                int size = earlier.messages().size();
                assertThat(later.messages().size()).isBetween(size, size + 1);
                assertThat(later.messages().subList(0, size)).isEqualTo(earlier.messages());
                boolean hadLeft = earlier.phase() == SessionPhase.ENDED;
                assertThat(hadLeft && !later.equals(earlier)).isFalse();
            }
        });
        if (desks.get(step.practitioner()).triggered) {
            assertThat(endedAt(step.practitioner(), after)).isLessThanOrEqualTo(1);
        }
    }

    private long endedAt(int at, Map<SessionId, Transcript> all) {
        return all.values().stream()
                .filter(one -> known.get(at).contains(one.session()) && one.phase() == SessionPhase.ENDED)
                .count();
    }

    private Map<SessionId, Transcript> transcripts() {
        Map<SessionId, Transcript> all = new HashMap<>();
        for (int at = 0; at < DESKS; at++) {
            PractitionerPage page = pages.get(at).get(pages.get(at).size() - 1);
            known.get(at).forEach(session -> page.transcript(session).ifAccepted(seen -> all.put(session, seen)));
        }
        return all;
    }

    /** Each erase was told once, with the numbers of the model. */
    private void compareWhatRemains() {
        List<ModelDesk.Gone> gone =
                desks.stream().flatMap(desk -> desk.gone.stream()).toList();
        assertThat(told).hasSameSizeAs(gone);
        assertThat(told).extracting(ErasedSession::session).doesNotHaveDuplicates();
        for (int i = 0; i < told.size(); i++) {
            ErasedSession one = told.get(i);
            int unviewed = toldUnviewed.get(i);
            assertThat(gone)
                    .anyMatch(each -> each.reason() == one.reason()
                            && each.at().equals(one.erased())
                            && each.messages() == one.messages()
                            && each.unseen() == unviewed
                            && (each.id() == null || each.id().equals(one.session())));
        }
    }

    private SessionId newOrKnown(int at, SessionId session) {
        known.get(at).add(session);
        assertThat(known.get(1 - at)).doesNotContain(session);
        return session;
    }

    private static List<String> said(Transcript transcript) {
        return transcript.messages().stream().map(SessionMessage::text).toList();
    }

    private static Optional<RefusalCode> code(Outcome<?> outcome) {
        return outcome.whyNot().map(Refusal::code);
    }
}
