package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.LiveListener;
import org.clinicchat.Subscription;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.testkit.RememberedLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose turn it is to be told, what an executor or a listener may do wrong, and what is told and read after an end. */
class LiveTurnsTest {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PatientId ANNA = PatientId.of("anna");

    private final AtomicReference<Runnable> onRead = new AtomicReference<>(() -> {});
    private final List<String> told = new ArrayList<>();

    @Test
    @Tag("LIVE-4")
    void eachSubscriberHasOneEventAtATurn() {
        Queue<Runnable> deliveries = new ArrayDeque<>();
        try (ClinicChat chat = chat(deliveries::add)) {
            Clinic clinic = clinic(chat);
            clinic.practitioner(ROSSI).subscribe(telling("rossi")).orThrow();
            clinic.patient(ANNA).subscribe(telling("anna")).orThrow();
            send(clinic, 3);
            while (!deliveries.isEmpty()) {
                deliveries.remove().run();
            }
            assertThat(told).containsExactlyInAnyOrder("rossi 1", "rossi 2", "rossi 3", "anna 1", "anna 2", "anna 3");
            assertThat(told.subList(0, 2)).containsExactlyInAnyOrder("rossi 1", "anna 1");
            assertThat(told.subList(2, 4)).containsExactlyInAnyOrder("rossi 2", "anna 2");
        }
    }

    @Test
    @Tag("LIVE-1")
    void anExecutorThatRunsHereAndNowTellsHoweverMuchIsDue() {
        AtomicBoolean open = new AtomicBoolean();
        Executor refusing = task -> {
            if (!open.get()) {
                throw new LinkageError("no thread to be had");
            }
            task.run();
        };
        try (ClinicChat chat = chat(refusing)) {
            Clinic clinic = clinic(chat);
            clinic.practitioner(ROSSI).subscribe(telling("rossi")).orThrow();
            send(clinic, 5_000);
            assertThat(told).isEmpty();
            open.set(true);
            chat.sweep();
            assertThat(told)
                    .isEqualTo(LongStream.rangeClosed(1, 5_000)
                            .mapToObj(revision -> "rossi " + revision)
                            .toList());
        }
    }

    @Test
    @Tag("LIVE-2")
    void aListenerThatAlwaysThrowsIsComplainedOfOnceUntilItTakesAnEvent() {
        AtomicBoolean failing = new AtomicBoolean(true);
        try (ClinicChat chat = chat(Runnable::run)) {
            Clinic clinic = clinic(chat);
            clinic.practitioner(ROSSI)
                    .subscribe((key, event) -> {
                        if (failing.get()) {
                            throw new IllegalStateException("the page is gone");
                        }
                        told.add("rossi " + event.revision());
                    })
                    .orThrow();
            long before = complaints();
            send(clinic, 2);
            chat.sweep();
            chat.sweep();
            assertThat(complaints()).isEqualTo(before + 1);
            failing.set(false);
            chat.sweep();
            assertThat(told).containsExactly("rossi 1", "rossi 2");
            failing.set(true);
            send(clinic, 2);
            assertThat(complaints()).isEqualTo(before + 2);
        }
    }

    @Test
    @Tag("LIVE-1")
    @Tag("SUB-5")
    void whoEndsHisSubscriptionWhileTheNewsIsReadIsNotTold() {
        try (ClinicChat chat = chat(Runnable::run)) {
            Clinic clinic = clinic(chat);
            Subscription subscription =
                    clinic.practitioner(ROSSI).subscribe(telling("rossi")).orThrow();
            onRead.set(subscription::close);
            send(clinic, 1);
            assertThat(told).isEmpty();
        }
    }

    @Test
    @Tag("SAFE-7")
    void onceTheChatIsClosedTheStorageIsAskedNothingMore() throws InterruptedException {
        List<String> late = new ArrayList<>();
        Queue<Runnable> deliveries = new ArrayDeque<>();
        ClinicChat chat = chat(deliveries::add);
        Clinic clinic = clinic(chat);
        clinic.practitioner(ROSSI).subscribe(telling("rossi")).orThrow();
        send(clinic, 3);
        Thread closer = new Thread(chat::close);
        onRead.set(() -> {
            if (closer.getState() == Thread.State.NEW) {
                closer.start();
                awaitWaitingOrDone(closer);
            }
            if (closer.getState() == Thread.State.TERMINATED) {
                late.add("read");
            }
        });
        while (!deliveries.isEmpty()) {
            deliveries.remove().run();
        }
        closer.join();
        assertThat(late).isEmpty();
    }

    private static void awaitWaitingOrDone(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }

    private LiveListener telling(String whom) {
        return (key, event) -> told.add(whom + " " + event.revision());
    }

    private static long complaints() {
        return RememberedLog.lines().stream()
                .filter(line -> line.startsWith("A subscriber was not told"))
                .count();
    }

    private static void send(Clinic clinic, int times) {
        for (int i = 0; i < times; i++) {
            clinic.patient(ANNA)
                    .conversationWith(ROSSI)
                    .send(Draft.of(ANNA, "Buongiorno"))
                    .orThrow();
        }
    }

    private static Clinic clinic(ClinicChat chat) {
        Clinic clinic = chat.clinic(ClinicId.of("san-marco"));
        clinic.host().putPractice(ROSSI);
        clinic.host().putPatient(PatientProfile.of(ANNA, "Anna", "Bianchi"));
        clinic.practitioner(ROSSI).settings().activateService().orThrow();
        return clinic;
    }

    /** Something happens whenever events are read, after they are read. */
    private ClinicChat chat(Executor executor) {
        var storage = new BentStorage(InMemoryStorage.create(), (right, method, arguments, call) -> {
            Object answer = call.with(arguments);
            if (method.equals("eventsAfter")) {
                onRead.get().run();
            }
            return answer;
        });
        return ClinicChat.on(storage).deliverOn(executor).sweepOnDemand().build();
    }
}
