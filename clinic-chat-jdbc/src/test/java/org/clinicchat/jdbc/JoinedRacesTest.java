package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clinicchat.jdbc.JoinedScene.ANNA;
import static org.clinicchat.jdbc.JoinedScene.BIANCHI;
import static org.clinicchat.jdbc.JoinedScene.BRUNO;
import static org.clinicchat.jdbc.JoinedScene.ROSSI;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.jdbc.JoinedScene.HostWork;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.StorageFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction of the host's beside others, of the host's and of the chat's own. */
class JoinedRacesTest {

    private static final String RUN_AGAIN = "Roll your transaction back, and run it again";

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-1")
    @Tag("CARE-7")
    void twoFirstMessagesAtOnceBeginOneConversation(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork one = scene.begin();
                HostWork other = scene.begin()) {
            send(one.clinic, ROSSI, "one").orThrow();
            var second = meanwhile(() -> send(other.clinic, ROSSI, "two"));
            scene.awaitWaiting(List.of(second));
            one.commit();
            assertThat(second.get().orThrow().seq()).isEqualTo(MessageSeq.of(2));
            other.commit();
        }
        assertThat(send(scene.clinic, ROSSI, "three").orThrow().seq()).isEqualTo(MessageSeq.of(3));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-1")
    void aFirstMessageThatIsRolledBackGivesWayToAnother(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork one = scene.begin();
                HostWork other = scene.begin()) {
            send(one.clinic, ROSSI, "one").orThrow();
            var second = meanwhile(() -> send(other.clinic, ROSSI, "two"));
            scene.awaitWaiting(List.of(second));
            one.rollBack();
            assertThat(second.get().orThrow().seq()).isEqualTo(MessageSeq.of(1));
            other.commit();
        }
        assertThat(send(scene.clinic, ROSSI, "three").orThrow().seq()).isEqualTo(MessageSeq.of(2));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-8")
    void oneIdAtTheSameMomentForTwoPracticesIsAcceptedOnce(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        Draft draft = Draft.of(ANNA, "one");
        try (HostWork one = scene.begin();
                HostWork other = scene.begin()) {
            conversation(one.clinic, ROSSI).send(draft).orThrow();
            other.waitAtMost(1);
            var second = meanwhile(() -> settled(other, BIANCHI, draft));
            scene.awaitWaiting(List.of(second));
            one.commit();
            if (dialect == Dialect.H2) {
                assertThat(second.get()).isEqualTo(RUN_AGAIN);
                other.rollBack();
            }
            assertThat(dialect == Dialect.H2 ? settled(other, BIANCHI, draft) : second.get())
                    .isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED.name());
            other.book("the transaction goes on");
            other.commit();
        }
        assertThat(scene.appointments()).isOne();
        assertThat(scene.clinic.patient(ANNA).conversations().orThrow().rows()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("CARE-2")
    void aChangeOfThePracticeWaitsForWhatWasDecidedBeforeIt(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork work = scene.begin()) {
            send(work.clinic, ROSSI, "one").orThrow();
            var off =
                    meanwhile(() -> scene.clinic.practitioner(ROSSI).settings().deactivateService());
            scene.awaitWaiting(List.of(off));
            assertThat(send(work.clinic, ROSSI, "two").orThrow().seq()).isEqualTo(MessageSeq.of(2));
            assertThat(off.isDone()).isFalse();
            work.commit();
            off.get().orThrow();
        }
        assertThat(code(send(scene.clinic, ROSSI, "three"))).contains(RefusalCode.SERVICE_OFF);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("DIS-6")
    void whatHasReturnedIsHonoured(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        send(scene.clinic, ROSSI, "one").orThrow();
        try (HostWork work = scene.begin()) {
            assertThat(conversation(work.clinic, ROSSI).canSend().isAccepted()).isTrue();
            scene.clinic.practitioner(ROSSI).conversationWith(ANNA).disable().orThrow();
            scene.clinic.practitioner(BIANCHI).settings().deactivateService().orThrow();
            assertThat(code(send(work.clinic, ROSSI, "two"))).contains(RefusalCode.CHAT_DISABLED);
            assertThat(code(send(work.clinic, BIANCHI, "two"))).contains(RefusalCode.SERVICE_OFF);
            work.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    void aTransactionThatSeesThePastIsToBeRunAgain(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        send(scene.clinic, ROSSI, "one").orThrow();
        try (HostWork work = scene.begin(Connection.TRANSACTION_REPEATABLE_READ)) {
            assertThat(conversation(work.clinic, ROSSI).canSend().isAccepted()).isTrue();
            scene.clinic.practitioner(ROSSI).settings().deactivateService().orThrow();
            assertThatThrownBy(() -> send(work.clinic, ROSSI, "two"))
                    .isInstanceOf(StorageFault.class)
                    .hasMessageContaining(RUN_AGAIN);
            work.rollBack();
            assertThat(code(send(work.clinic, ROSSI, "two"))).contains(RefusalCode.SERVICE_OFF);
            work.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("READ-2")
    void aMarkOnWhatHasMovedSinceIsToBeRunAgain(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        send(scene.clinic, ROSSI, "one").orThrow();
        try (HostWork work = scene.begin(Connection.TRANSACTION_REPEATABLE_READ)) {
            Conversation rossi = work.clinic.practitioner(ROSSI).conversationWith(ANNA);
            assertThat(rossi.peek(9).orThrow().messages()).hasSize(1);
            send(scene.clinic, ROSSI, "two").orThrow();
            assertThatThrownBy(() -> rossi.open(9))
                    .isInstanceOf(StorageFault.class)
                    .hasMessageContaining(RUN_AGAIN);
            work.rollBack();
            assertThat(rossi.open(9).orThrow().messages()).hasSize(2);
            work.commit();
        }
        assertThat(scene.clinic.practitioner(ROSSI).totals().orThrow().unreadMessages())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void twoThatWaitForEachOtherAreToldToRunAgain(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        send(scene.clinic, ROSSI, "one").orThrow();
        send(scene.clinic, BIANCHI, "one").orThrow();
        try (HostWork one = scene.begin();
                HostWork other = scene.begin()) {
            send(one.clinic, ROSSI, "two").orThrow();
            send(other.clinic, BIANCHI, "two").orThrow();
            one.waitAtMost(1);
            var second = meanwhile(() -> settled(other, ROSSI, Draft.of(ANNA, "three")));
            scene.awaitWaiting(List.of(second));
            String first = settled(one, BIANCHI, Draft.of(ANNA, "three"));
            one.rollBack();
            List<String> both = List.of(first, second.get());
            assertThat(both).contains(RUN_AGAIN).isSubsetOf(RUN_AGAIN, "sent");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void conversationsThatAreHeldDelayNoOthers(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        PractitionerId third = PractitionerId.of("verdi");
        scene.clinic.host().putPractice(third);
        scene.clinic.practitioner(third).settings().activateService().orThrow();
        for (PractitionerId practitioner : List.of(ROSSI, BIANCHI, third)) {
            send(scene.clinic, practitioner, "one").orThrow();
        }
        Conversation beside = scene.clinic.patient(BRUNO).conversationWith(dialect == Dialect.H2 ? third : ROSSI);
        beside.send(Draft.of(BRUNO, "one")).orThrow();
        try (HostWork work = scene.begin()) {
            send(work.clinic, ROSSI, "two").orThrow();
            send(work.clinic, BIANCHI, "two").orThrow();
            var held = List.of(
                    meanwhile(() -> send(scene.clinic, ROSSI, "three")),
                    meanwhile(() -> send(scene.clinic, BIANCHI, "three")));
            scene.awaitWaiting(held);
            assertThat(send(scene.clinic, third, "two").orThrow().seq()).isEqualTo(MessageSeq.of(2));
            assertThat(beside.send(Draft.of(BRUNO, "two")).orThrow().seq()).isEqualTo(MessageSeq.of(2));
            assertThat(held).noneMatch(Called::isDone);
            work.commit();
            held.forEach(waiting -> assertThat(waiting.get().orThrow().seq()).isEqualTo(MessageSeq.of(3)));
        }
    }

    private static <T> Called<T> meanwhile(Callable<T> call) {
        return Called.by("meanwhile", call);
    }

    /** What became of a send. */
    private static String settled(HostWork work, PractitionerId practitioner, Draft draft) {
        try {
            return code(conversation(work.clinic, practitioner).send(draft))
                    .map(Enum::name)
                    .orElse("sent");
        } catch (StorageFault e) {
            assertThat(e).hasMessageContaining(RUN_AGAIN).matches(StorageFault::isOutcomeKnown);
            return RUN_AGAIN;
        }
    }

    private static Outcome<Receipt> send(Clinic clinic, PractitionerId practitioner, String text) {
        return conversation(clinic, practitioner).send(Draft.of(ANNA, text));
    }

    private static Conversation conversation(Clinic clinic, PractitionerId practitioner) {
        return clinic.patient(ANNA).conversationWith(practitioner);
    }

    private static Optional<RefusalCode> code(Outcome<?> outcome) {
        return outcome.whyNot().map(refusal -> refusal.code());
    }
}
