package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.PractitionerPage;
import org.clinicchat.session.SessionChat;
import org.clinicchat.session.WaitingRoom;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionMessage;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.desk.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionRacesTest {

    private static final PatientId ANNA = PatientId.of("anna");
    private static final int ROUNDS = 300;
    private static final int SENDS = 8;

    private final InMemorySessions home = InMemorySessions.create();
    private final SessionChat chat = SessionChat.in(home).build();
    private final WaitingRoom room = chat.waitingRoom(ClinicId.of("san-marco"), PractitionerId.of("rossi"));
    private final PractitionerPage page = room.attachPage();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void end() {
        threads.shutdown();
        chat.close();
    }

    @Test
    @Tag("SES-1")
    @Tag("SES-7")
    void aSendThatRacesALeaveHasOneOutcomeThatBothSidesSee() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            SessionId session = room.patientJoined(ANNA).orThrow();
            page.choose(ANNA).orThrow();
            List<List<Outcome<SessionReceipt>>> answers = together(List.of(
                    () -> sending(draft -> room.patient(ANNA).send(draft)),
                    () -> sending(draft -> page.send(session, draft)),
                    () -> {
                        room.patientLeft(ANNA).orThrow();
                        return List.of();
                    }));
            List<Integer> accepted = answers.stream()
                    .flatMap(List::stream)
                    .flatMap(answer -> answer.toOptional().stream())
                    .map(SessionReceipt::number)
                    .sorted()
                    .toList();
            assertThat(page.transcript(session).orThrow().messages())
                    .extracting(SessionMessage::number)
                    .isEqualTo(accepted)
                    .isEqualTo(IntStream.rangeClosed(1, accepted.size()).boxed().toList());
            assertThat(refusals(answers.get(0))).allMatch(code -> code == RefusalCode.NOT_IN_QUEUE);
            assertThat(refusals(answers.get(1))).allMatch(code -> code == RefusalCode.PATIENT_HAS_LEFT);
            assertThat(answers).allMatch(SessionRacesTest::noneAfterARefusal);
            page.closeBox().orThrow();
        }
        assertThat(home.held()).isEqualTo(Room.NONE);
    }

    @Test
    @Tag("ERA-6")
    void aSendThatRacesAnEraseIsInTheSessionOrRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            SessionId session = room.patientJoined(ANNA).orThrow();
            page.choose(ANNA).orThrow();
            List<List<Outcome<SessionReceipt>>> answers =
                    together(List.of(() -> sending(draft -> page.send(session, draft)), () -> {
                        room.patientLeft(ANNA).orThrow();
                        page.closeBox().orThrow();
                        return List.of();
                    }));
            assertThat(refusals(answers.get(0)))
                    .allMatch(code -> code == RefusalCode.PATIENT_HAS_LEFT || code == RefusalCode.SESSION_ERASED);
            assertThat(home.held()).isEqualTo(Room.NONE);
        }
    }

    private interface Sends {
        Outcome<SessionReceipt> send(SessionDraft draft);
    }

    private static List<Outcome<SessionReceipt>> sending(Sends sends) {
        return IntStream.range(0, SENDS)
                .mapToObj(i -> sends.send(SessionDraft.of(ANNA, "message " + i)))
                .toList();
    }

    private static List<RefusalCode> refusals(List<Outcome<SessionReceipt>> answers) {
        return answers.stream()
                .flatMap(answer -> answer.whyNot().stream())
                .map(refusal -> refusal.code())
                .toList();
    }

    private static boolean noneAfterARefusal(List<Outcome<SessionReceipt>> answers) {
        return answers.stream().dropWhile(Outcome::isAccepted).noneMatch(Outcome::isAccepted);
    }

    /** What each answers, begun at the same moment. */
    private <T> List<T> together(List<Callable<T>> all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> one : all) {
            running.add(threads.submit(() -> {
                start.await();
                return one.call();
            }));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> one : running) {
            answers.add(one.get());
        }
        return answers;
    }
}
