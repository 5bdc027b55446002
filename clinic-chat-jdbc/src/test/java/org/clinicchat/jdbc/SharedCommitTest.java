package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.port.StorageFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends that wait for one another in one conversation share a commit, and none depends on another's fate. */
class SharedCommitTest {

    private static final String LANE = "org.clinicchat.internal.Call";
    private static final String NEXT = "next";

    /** A conversation whose first sender is held at his statement, so that whoever sends next waits. */
    private static final class Lane implements AutoCloseable {
        private final HeldClinic clinic;
        private final Conversation patient;
        private final PracticeConversation owner;
        private final Held.Trap trap;
        private final Called<Outcome<Receipt>> first;

        Lane(HeldClinic clinic) {
            this.clinic = clinic;
            patient = HeldClinic.patient(clinic.here, HeldClinic.ANNA, HeldClinic.ROSSI);
            owner = HeldClinic.owner(clinic.here, HeldClinic.ANNA);
            owner.send(draft("Uno")).orThrow();
            owner.send(draft("Due")).orThrow();
            // Asked once, so that nothing is read later but what the commit itself reads.
            patient.canSend().orThrow();
            trap = clinic.held.before("first", 0);
            first = HeldClinic.sending("first", owner, HeldClinic.ANNA);
            trap.awaitReached();
        }

        static Lane on(Dialect dialect) {
            return new Lane(HeldClinic.on(dialect));
        }

        <T> Called<T> join(Callable<T> call) {
            return Called.by(NEXT, call).awaitWaitingIn(LANE);
        }

        Called<Outcome<Receipt>> join(Conversation talk, String text) {
            return join(() -> talk.send(draft(text)));
        }

        /** Lets all who wait go on; what they commit together is held before its first statement. */
        Held.Trap go() {
            Held.Trap between = clinic.held.before(NEXT, 0);
            trap.letGo();
            between.awaitReached();
            return between;
        }

        List<Message> log() {
            return owner.after(MessageSeq.ZERO, 100).orThrow().messages();
        }

        @Override
        public void close() {
            trap.letGo();
            first.get().orThrow();
            clinic.close();
        }
    }

    /** Whatever the number of callers: one statement, in the order of their coming. */
    @Test
    @Tag("CARE-7")
    void allWhoWaitShareOneStatement() {
        try (Lane lane = Lane.on(Dialect.POSTGRESQL)) {
            List<Called<Outcome<Receipt>>> sends = IntStream.range(0, 20)
                    .mapToObj(number -> lane.join(lane.owner, "Insieme " + number))
                    .toList();
            List<Kind> steps = Collections.synchronizedList(new ArrayList<>());
            lane.clinic.held.first(step -> {
                if (step.moment() == Moment.AFTER
                        && Thread.currentThread().getName().equals(NEXT)) {
                    steps.add(step.kind());
                }
                return false;
            });
            lane.trap.letGo();
            assertThat(sends.stream().map(SharedCommitTest::seq))
                    .containsExactlyElementsOf(LongStream.range(4, 24).boxed().toList());
            assertThat(steps).containsExactly(Kind.CONNECTION, Kind.STATEMENT);
        }
    }

    /** What several of both sides leave in the conversation is what each would have left alone. */
    @ParameterizedTest
    @EnumSource
    @Tag("AUTO-3")
    @Tag("READ-8")
    void theAutomaticReplyGoesOutOnceInItsPlace(Dialect dialect) {
        HeldClinic clinic = HeldClinic.on(dialect);
        clinic.there
                .practitioner(HeldClinic.ROSSI)
                .settings()
                .activateAutoReply("Rispondo domani")
                .orThrow();
        try (Lane lane = new Lane(clinic)) {
            var sends = List.of(
                    lane.join(lane.patient, "A"),
                    lane.join(lane.patient, "B"),
                    lane.join(lane.owner, "C"),
                    lane.join(lane.patient, "D"));
            lane.trap.letGo();
            assertThat(sends.stream().map(SharedCommitTest::seq)).containsExactly(4L, 6L, 7L, 8L);
            List<Message> log = lane.log();
            assertThat(log.stream().filter(message -> message.kind() == MessageKind.AUTO_REPLY))
                    .containsExactly(log.get(4));
            var row = clinic.here
                    .practitioner(HeldClinic.ROSSI)
                    .inbox(InboxQuery.all())
                    .orThrow()
                    .rows()
                    .get(0);
            assertThat(row.awaitingReplySince()).contains(log.get(7).time());
            assertThat(row.preview().orElseThrow().text()).isEqualTo("D");
        }
    }

    /** Of two under one id the second gets the first's receipt. */
    @ParameterizedTest
    @EnumSource
    @Tag("CARE-8")
    void theSameSendTwiceIsStoredOnce(Dialect dialect) {
        try (Lane lane = Lane.on(dialect)) {
            Draft twice = draft("Due volte");
            var sends = List.of(
                    lane.join(lane.patient, "Prima"),
                    lane.join(() -> lane.patient.send(twice)),
                    lane.join(() -> lane.patient.send(twice)),
                    lane.join(lane.patient, "Dopo"));
            lane.trap.letGo();
            assertThat(sends.get(2).get().orThrow())
                    .isEqualTo(sends.get(1).get().orThrow());
            assertThat(sends.stream().map(SharedCommitTest::seq)).containsExactly(4L, 5L, 5L, 6L);
        }
    }

    /** The id of one is used by another node when all are about to be stored. */
    @ParameterizedTest
    @EnumSource
    @Tag("CARE-8")
    void anIdThatIsUsedMeanwhileFailsNoNeighbour(Dialect dialect) {
        try (Lane lane = Lane.on(dialect)) {
            Draft used = Draft.of(ClientMessageId.of("the-same"), HeldClinic.ANNA, "Insieme");
            var before = lane.join(lane.patient, "Prima");
            var victim = lane.join(() -> lane.patient.send(used));
            var after = lane.join(lane.patient, "Dopo");
            Held.Trap between = lane.go();
            HeldClinic.patient(lane.clinic.there, HeldClinic.ANNA, HeldClinic.VERDI)
                    .send(used)
                    .orThrow();
            between.letGo();
            assertThat(victim.get().whyNot().orElseThrow().code()).isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
            assertThat(List.of(seq(before), seq(after))).containsExactlyInAnyOrder(4L, 5L);
        }
    }

    /** The database refuses one's row. */
    @Test
    @Tag("SAFE-7")
    void aRowThatIsRefusedFailsNoNeighbour() {
        alter("ADD CONSTRAINT poison CHECK (message_text <> 'poison')");
        try (Lane lane = Lane.on(Dialect.POSTGRESQL)) {
            var before = lane.join(lane.patient, "Prima");
            var victim = lane.join(lane.patient, "poison");
            var after = lane.join(lane.owner, "Dopo");
            lane.trap.letGo();
            assertThatThrownBy(victim::get).hasRootCauseInstanceOf(StorageFault.class);
            assertThat(List.of(seq(before), seq(after))).containsExactlyInAnyOrder(4L, 5L);
            assertThat(lane.log()).hasSize(5);
        } finally {
            alter("DROP CONSTRAINT poison");
        }
    }

    /** Who comes before a disabling is stored, who comes after it is refused. */
    @ParameterizedTest
    @EnumSource
    @Tag("DIS-6")
    void aDisablingKeepsItsPlace(Dialect dialect) {
        try (Lane lane = Lane.on(dialect)) {
            var before = List.of(lane.join(lane.patient, "Prima"), lane.join(lane.owner, "Anche"));
            var disabling = lane.join(lane.owner::disable);
            var after = List.of(lane.join(lane.patient, "Dopo"), lane.join(lane.owner, "Anche dopo"));
            lane.trap.letGo();
            assertThat(before.stream().map(SharedCommitTest::seq)).containsExactly(4L, 5L);
            assertThat(disabling.get().isAccepted()).isTrue();
            assertThat(after)
                    .allSatisfy(send ->
                            assertThat(send.get().whyNot().orElseThrow().code()).isEqualTo(RefusalCode.CHAT_DISABLED));
        }
    }

    /** Another node switches the chat off when all are about to be stored: none is. */
    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("DIS-6")
    void nothingIsStoredOnceADisablingHasReturned(Dialect dialect) {
        try (Lane lane = Lane.on(dialect)) {
            var sends = List.of(
                    lane.join(lane.patient, "Uno"), lane.join(lane.owner, "Due"), lane.join(lane.patient, "Tre"));
            Held.Trap between = lane.go();
            HeldClinic.owner(lane.clinic.there, HeldClinic.ANNA).disable().orThrow();
            between.letGo();
            assertThat(sends).noneMatch(send -> send.get().isAccepted());
            assertThat(lane.log()).hasSize(3);
        }
    }

    /** Who is interrupted gets his receipt like the others, and closing waits for all of them. */
    @Test
    @Tag("SAFE-7")
    void whoWaitsIsStoredThoughInterruptedOrClosed() {
        try (Lane lane = Lane.on(Dialect.POSTGRESQL)) {
            var sends = List.of(
                    lane.join(lane.patient, "Uno"),
                    lane.join(() -> {
                        Thread.currentThread().interrupt();
                        Outcome<Receipt> sent = lane.patient.send(draft("Due"));
                        assertThat(Thread.interrupted()).isTrue();
                        return sent;
                    }),
                    lane.join(lane.owner, "Tre"));
            Called<Boolean> closing = Called.by("closing", () -> {
                lane.clinic.hereChat().close();
                return true;
            });
            closing.awaitWaitingIn(Semaphore.class);
            lane.trap.letGo();
            assertThat(sends.stream().map(SharedCommitTest::seq)).containsExactly(4L, 5L, 6L);
            assertThat(closing.get()).isTrue();
        }
    }

    private static Draft draft(String text) {
        return Draft.of(HeldClinic.ANNA, text);
    }

    private static long seq(Called<Outcome<Receipt>> send) {
        return send.get().orThrow().seq().value();
    }

    private static void alter(String change) {
        new Transactions(Spectator.of(Dialect.POSTGRESQL).database())
                .write(connection ->
                        Sql.of("ALTER TABLE clinic_chat_message " + change).update(connection));
    }
}
