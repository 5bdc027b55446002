package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.PractitionerPage;
import org.clinicchat.session.SessionChat;
import org.clinicchat.session.SessionSignal;
import org.clinicchat.session.SessionSubscription;
import org.clinicchat.session.WaitingRoom;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.OnStop;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.desk.DeskFacts;
import org.clinicchat.session.desk.Room;
import org.clinicchat.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InMemorySessionsTest {

    private static final ClinicId CLINIC = ClinicId.of("san-marco");
    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PatientId ANNA = PatientId.of("anna");
    private static final PatientId BRUNO = PatientId.of("bruno");

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-02T09:00:00Z"));
    private final List<ErasedSession> erased = new ArrayList<>();
    private final List<Integer> unviewed = new ArrayList<>();
    private InMemorySessions home = InMemorySessions.create();
    private SessionChat chat = chat(SessionSettings.defaults());
    private WaitingRoom room = chat.waitingRoom(CLINIC, ROSSI);

    @AfterEach
    void end() {
        chat.close();
    }

    private SessionChat chat(SessionSettings settings) {
        return SessionChat.in(home)
                .settings(settings)
                .clock(clock)
                .sweepOnDemand()
                .deliverOn(Runnable::run)
                .erasures((clinic, practitioner, remains, number) -> {
                    erased.add(remains);
                    unviewed.add(number);
                })
                .build();
    }

    private void bounded(SessionBounds bounds) {
        chat.close();
        home = InMemorySessions.create(bounds);
        chat = chat(SessionSettings.defaults());
        room = chat.waitingRoom(CLINIC, ROSSI);
    }

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.whyNot().map(Refusal::code).orElseThrow();
    }

    @Test
    @Tag("SES-4")
    @Tag("SES-7")
    @Tag("SES-8")
    void anAfternoonThroughTheFacade() {
        SessionId session = room.patientJoined(ANNA).orThrow();
        PractitionerPage page = room.attachPage();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "Buongiorno")).orThrow();
        assertThat(page.view().orThrow().rows().get(0).badge()).hasValue(1);
        assertThat(page.choose(ANNA).orThrow().open()).isPresent();
        page.minimise().orThrow();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "Mi sente?")).orThrow();
        assertThat(page.view().orThrow().box()).isEqualTo(new ChatBox.Open(ANNA));
        assertThat(room.callStarted(ANNA).orThrow()).isEqualTo(session);
        page.send(session, SessionDraft.of(ANNA, "Sì")).orThrow();
        assertThat(room.patient(ANNA).view().orThrow().session().messages()).hasSize(3);
        room.patientLeft(ANNA).orThrow();
        assertThat(code(page.canSend(session))).isEqualTo(RefusalCode.PATIENT_HAS_LEFT);
        assertThat(code(room.patient(ANNA).canSend())).isEqualTo(RefusalCode.NOT_IN_QUEUE);
        assertThat(page.transcript(session).orThrow().messages()).hasSize(3);
        page.closeBox().orThrow();
        assertThat(code(page.transcript(session))).isEqualTo(RefusalCode.SESSION_ERASED);
        assertThat(room.page(page.id()).refreshed().orThrow().rows()).isEmpty();
        page.gone().orThrow();
        assertThat(code(page.view())).isEqualTo(RefusalCode.PAGE_DETACHED);
    }

    @Test
    @Tag("ERA-6")
    @Tag("ERA-8")
    void theHostIsToldWhatRemainsAndHowMuchWasUnviewed() {
        SessionId session = room.patientJoined(ANNA).orThrow();
        PractitionerPage page = room.attachPage();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "1")).orThrow();
        room.patientLeft(ANNA).orThrow();
        page.refreshed().orThrow();
        assertThat(erased).extracting(ErasedSession::session).containsExactly(session);
        assertThat(erased).extracting(ErasedSession::messages).containsExactly(1);
        assertThat(unviewed).containsExactly(1);
    }

    @Test
    @Tag("ERA-5")
    void aSweepErasesWhatIsOverdueThoughNobodyAsks() {
        room.patientJoined(ANNA).orThrow();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "1")).orThrow();
        room.patientLeft(ANNA).orThrow();
        clock.move(Duration.ofHours(12).minusMillis(1));
        chat.sweep();
        assertThat(home.held().sessions()).isEqualTo(1);
        clock.move(Duration.ofMillis(1));
        chat.sweep();
        assertThat(home.held()).isEqualTo(Room.NONE);
        assertThat(erased).extracting(ErasedSession::reason).containsExactly(EraseReason.TIME_RAN_OUT);
    }

    @Test
    @Tag("ERA-5")
    void itSweepsByItself() throws InterruptedException {
        CountDownLatch swept = new CountDownLatch(1);
        try (SessionChat ownRhythm = SessionChat.in(home)
                .clock(clock)
                .sweepEvery(Duration.ofMillis(1))
                .erasures((clinic, practitioner, remains, number) -> swept.countDown())
                .build()) {
            WaitingRoom here = ownRhythm.waitingRoom(CLINIC, ROSSI);
            here.patientJoined(ANNA).orThrow();
            here.patientLeft(ANNA).orThrow();
            clock.move(Duration.ofHours(12));
            assertThat(swept.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(home.held()).isEqualTo(Room.NONE);
    }

    @Test
    @Tag("ERA-5")
    void theEndErasesEverythingAndTellsBothSides() {
        PractitionerPage page = room.attachPage();
        room.patientJoined(ANNA).orThrow();
        Queue<String> told = new ConcurrentLinkedQueue<>();
        page.subscribe(signal -> told.add("page"));
        room.patient(ANNA).subscribe(signal -> told.add("patient"));
        chat.close();
        assertThat(told).containsExactlyInAnyOrder("page", "patient");
        assertThat(home.held()).isEqualTo(Room.NONE);
        assertThat(erased).extracting(ErasedSession::reason).containsExactly(EraseReason.NODE_STOPPED);
        assertThatThrownBy(page::view).isInstanceOf(IllegalStateException.class);
        chat.close();
    }

    @Test
    @Tag("ERA-5")
    void theHostMayKeepTheSessionsForAnotherChat() {
        room.patientJoined(ANNA).orThrow();
        try (SessionChat leaving = chat(SessionSettings.defaults().with(OnStop.LEAVES))) {
            leaving.waitingRoom(CLINIC, ROSSI).patientJoined(BRUNO).orThrow();
        }
        assertThat(home.held().sessions()).isEqualTo(2);
    }

    @Test
    @Tag("SAFE-6")
    void aFullNodeSaysSoAndRoomComesBackWithTheErase() {
        bounded(new SessionBounds(1, 1_000_000));
        PractitionerPage page = room.attachPage();
        room.patientJoined(ANNA).orThrow();
        assertThat(code(room.patientJoined(BRUNO))).isEqualTo(RefusalCode.NODE_FULL);
        assertThat(code(chat.waitingRoom(CLINIC, PractitionerId.of("bianchi")).patientJoined(BRUNO)))
                .isEqualTo(RefusalCode.NODE_FULL);
        room.patientJoined(ANNA).orThrow();
        room.patientLeft(ANNA).orThrow();
        page.refreshed().orThrow();
        assertThat(room.patientJoined(BRUNO).isAccepted()).isTrue();
    }

    @Test
    @Tag("SAFE-6")
    void theBytesOfANodeAreBounded() {
        bounded(new SessionBounds(10, 1_000));
        room.patientJoined(ANNA).orThrow();
        SessionDraft first = SessionDraft.of(ANNA, "x".repeat(200));
        room.patient(ANNA).send(first).orThrow();
        Room held = home.held();
        assertThat(code(room.patient(ANNA).send(SessionDraft.of(ANNA, "y".repeat(100)))))
                .isEqualTo(RefusalCode.NODE_FULL);
        assertThat(code(room.patient(ANNA).canSend())).isEqualTo(RefusalCode.NODE_FULL);
        assertThat(room.patient(ANNA).send(first).isAccepted()).isTrue();
        assertThat(home.held()).isEqualTo(held);
    }

    @Test
    @Tag("SAFE-6")
    void whatFailsHoldsNoRoom() {
        bounded(new SessionBounds(1, 1_000));
        room.patientJoined(ANNA).orThrow();
        Room held = home.held();
        DeskCommand.PatientSends sends = new DeskCommand.PatientSends(ANNA, SessionDraft.of(ANNA, "1"));
        DeskFacts pastAllClocks = DeskFacts.of(Instant.MAX, SessionSettings.defaults());
        assertThatThrownBy(() -> home.tell(new DeskKey(CLINIC, ROSSI), sends, pastAllClocks))
                .isInstanceOf(ArithmeticException.class);
        assertThat(home.held()).isEqualTo(held);
    }

    @Test
    @Tag("SAFE-6")
    void whatIsNotSaidFailsAtOnce() {
        PractitionerPage page = room.attachPage();
        SessionDraft draft = SessionDraft.of(ANNA, "1");
        Stream.<ThrowingCallable>of(
                        () -> room.patientJoined(null),
                        () -> room.callStarted(null),
                        () -> room.patientLeft(null),
                        () -> room.page(null),
                        () -> room.patient(null),
                        () -> page.choose(null),
                        () -> page.send(null, draft),
                        () -> page.send(SessionId.of("s"), null),
                        () -> page.canSend(null),
                        () -> page.transcript(null),
                        () -> page.subscribe(null),
                        () -> room.patient(ANNA).send(null),
                        () -> room.patient(ANNA).subscribe(null))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NullPointerException.class));
        assertThat(home.held()).isEqualTo(Room.NONE);
    }

    @Test
    @Tag("ERA-5")
    void anEndedSessionLastsForAYearAtTheMost() {
        SessionSettings settings = SessionSettings.defaults();
        assertThat(settings.endedLasting(Duration.ofDays(365)).endedLasts()).isEqualTo(Duration.ofDays(365));
        assertThatThrownBy(() -> settings.endedLasting(Duration.ofDays(365).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SAFE-6")
    void theDefaultsHaveRoomForAllTheirSessions() {
        room.patientJoined(ANNA).orThrow();
        for (int i = 0; i < 20; i++) {
            room.patient(ANNA).send(SessionDraft.of(ANNA, "x".repeat(50))).orThrow();
        }
        SessionBounds bounds = SessionBounds.defaults();
        assertThat(home.held().bytes() * bounds.maxSessions()).isLessThanOrEqualTo(bounds.maxBytes());
    }

    @Test
    @Tag("ERA-4")
    @Tag("LIVE-4")
    void aPageThatIsReplacedIsToldSoOnceAndThenNothing() {
        List<SessionSignal> first = new ArrayList<>();
        List<SessionSignal> second = new ArrayList<>();
        room.attachPage().subscribe(first::add);
        room.attachPage().subscribe(second::add);
        room.patientJoined(ANNA).orThrow();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "1")).orThrow();
        assertThat(first).containsExactly(SessionSignal.CHANGED);
        assertThat(second).containsExactly(SessionSignal.CHANGED, SessionSignal.ALERT);
    }

    @Test
    @Tag("SAFE-2")
    void anotherClinicAndAnotherPractitionerSeeNothing() {
        SessionId session = room.patientJoined(ANNA).orThrow();
        WaitingRoom otherClinic = chat.waitingRoom(ClinicId.of("san-luca"), ROSSI);
        assertThat(code(otherClinic.patient(ANNA).view())).isEqualTo(RefusalCode.NOT_IN_QUEUE);
        PractitionerPage page = otherClinic.attachPage();
        assertThat(page.view().orThrow().rows()).isEmpty();
        assertThat(code(page.transcript(session))).isEqualTo(RefusalCode.NOT_FOUND);
        assertThat(code(page.send(session, SessionDraft.of(ANNA, "1")))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    @Tag("SES-10")
    @Tag("LIVE-4")
    void pagesAreToldThatAndNotWhat() {
        PractitionerPage page = room.attachPage();
        List<SessionSignal> signals = new ArrayList<>();
        SessionSubscription subscription = page.subscribe(signals::add);
        room.patientJoined(ANNA).orThrow();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "1")).orThrow();
        room.notifyOfMessages(false).orThrow();
        room.patient(ANNA).send(SessionDraft.of(ANNA, "2")).orThrow();
        page.view().orThrow();
        assertThat(signals)
                .containsExactly(
                        SessionSignal.CHANGED, SessionSignal.ALERT, SessionSignal.CHANGED, SessionSignal.CHANGED);
        subscription.close();
        room.patientLeft(ANNA).orThrow();
        assertThat(signals).hasSize(4);
    }

    @Test
    @Tag("LIVE-4")
    void aSlowListenerSlowsNoSender() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch once = new CountDownLatch(1);
        CountDownLatch twice = new CountDownLatch(2);
        try (SessionChat threads = SessionChat.in(home).sweepOnDemand().build()) {
            PractitionerPage page = threads.waitingRoom(CLINIC, ROSSI).attachPage();
            page.subscribe(signal -> {
                once.countDown();
                twice.countDown();
                awaitUninterrupted(slow);
            });
            room.patientJoined(ANNA).orThrow();
            assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 100; i++) {
                room.patient(ANNA).send(SessionDraft.of(ANNA, "1")).orThrow();
            }
            slow.countDown();
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Tag("LIVE-4")
    void whatAListenerThrowsHurtsNobody() {
        PractitionerPage page = room.attachPage();
        List<SessionSignal> signals = new ArrayList<>();
        page.subscribe(signal -> {
            throw new IllegalStateException("a listener's fault");
        });
        page.subscribe(signals::add);
        assertThat(room.patientJoined(ANNA).isAccepted()).isTrue();
        assertThat(signals).hasSize(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
