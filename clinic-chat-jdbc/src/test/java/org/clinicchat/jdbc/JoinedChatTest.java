package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clinicchat.jdbc.JoinedScene.ANNA;
import static org.clinicchat.jdbc.JoinedScene.BIANCHI;
import static org.clinicchat.jdbc.JoinedScene.BRUNO;
import static org.clinicchat.jdbc.JoinedScene.ROSSI;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.jdbc.JoinedScene.HostWork;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inside a transaction of the host's the chat does what it does elsewhere, and all of it is committed or gone with the host's rows. */
class JoinedChatTest {

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void theHostsRowsAndTheChatsAreCommittedTogether(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        scene.clinic
                .practitioner(ROSSI)
                .settings()
                .activateAutoReply("Back at 5")
                .orThrow();
        try (HostWork work = scene.begin()) {
            work.book("monday");
            Receipt first = anna(work.clinic).send(Draft.of(ANNA, "one")).orThrow();
            rossi(work.clinic).send(Draft.of(ANNA, "three")).orThrow();

            assertThat(first.seq()).isEqualTo(MessageSeq.of(1));
            assertThat(texts(anna(work.clinic).latest(9))).containsExactly("one", "Back at 5", "three");
            assertThat(scene.clinic.patient(ANNA).conversations().orThrow().rows())
                    .isEmpty();
            assertThat(scene.appointments()).isZero();

            work.commit();
        }
        assertThat(texts(anna(scene.clinic).latest(9))).containsExactly("one", "Back at 5", "three");
        assertThat(scene.clinic
                        .practitioner(ROSSI)
                        .inbox(InboxQuery.all())
                        .orThrow()
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.head()).isEqualTo(MessageSeq.of(3)));
        assertThat(scene.appointments()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    @Tag("CARE-8")
    @Tag("DIS-4")
    void aRollBackLeavesNothing(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        Draft begun = Draft.of(BRUNO, "zero");
        scene.clinic.patient(BRUNO).conversationWith(ROSSI).send(begun).orThrow();
        scene.listen();
        int audited = scene.clinic.host().audit(0, 100).size();
        int published = scene.signals.published().size();
        Draft draft = Draft.of(ANNA, "one");
        try (HostWork work = scene.begin()) {
            work.book("monday");
            anna(work.clinic).send(draft).orThrow();
            assertThat(anna(work.clinic)
                            .send(Draft.of(BRUNO, "to the wrong one"))
                            .whyNot())
                    .isPresent();
            PracticeConversation bruno = work.clinic.practitioner(ROSSI).conversationWith(BRUNO);
            bruno.open().orThrow();
            bruno.send(Draft.of(BRUNO, "two")).orThrow();
            bruno.disable().orThrow();
            work.clinic.practitioner(ROSSI).settings().deactivateService().orThrow();
            work.rollBack();
        }
        assertThat(scene.appointments()).isZero();
        assertThat(scene.clinic.host().audit(0, 100)).hasSize(audited);
        assertThat(scene.signals.published()).hasSize(published);
        assertThat(scene.clinic.patient(ANNA).conversations().orThrow().rows()).isEmpty();
        PracticeConversation bruno = scene.clinic.practitioner(ROSSI).conversationWith(BRUNO);
        assertThat(bruno.peek(9).orThrow().status().unread()).isOne();
        assertThat(bruno.send(Draft.of(BRUNO, "one")).orThrow().seq()).isEqualTo(MessageSeq.of(2));
        assertThat(anna(scene.clinic).send(draft).orThrow().seq()).isEqualTo(MessageSeq.of(1));
        assertThat(scene.told).containsExactly(2L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-1")
    @Tag("CARE-8")
    @Tag("CARE-9")
    void everyAnswerIsTheOneOfTheChatItself(Dialect dialect) {
        JoinedScene alone = JoinedScene.on(dialect);
        List<String> expected = aDay(alone.clinic);
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork work = scene.begin()) {
            assertThat(aDay(work.clinic)).isEqualTo(expected);
            work.book("still possible after every refusal and duplicate");
            work.commit();
        }
        assertThat(scene.appointments()).isOne();
        assertThat(texts(anna(scene.clinic).latest(99)))
                .isEqualTo(texts(anna(alone.clinic).latest(99)));
        assertThat(audit(scene.clinic)).isEqualTo(audit(alone.clinic));
    }

    /** A bit of everything, refusals and repetitions among it; told so that two clinics' days can be compared. */
    private static List<String> aDay(Clinic clinic) {
        List<String> told = new ArrayList<>();
        PracticeConversation rossi = rossi(clinic);
        Conversation anna = anna(clinic);
        Draft first = Draft.of(ClientMessageId.of("first"), ANNA, "one");
        clinic.practitioner(ROSSI).settings().activateAutoReply("Back at 5").orThrow();
        told.add(told(anna.send(first)));
        told.add(told(anna.send(first)));
        told.add(told(anna.send(Draft.of(first.clientId(), ANNA, "another"))));
        told.add(told(clinic.patient(ANNA).conversationWith(BIANCHI).send(first)));
        told.add(told(rossi.send(Draft.of(BRUNO, "to the wrong one"))));
        told.add(told(rossi.send(Draft.of(ANNA, " "))));
        ConversationPage page = rossi.open().orThrow();
        told.add(texts(rossi.peek(9)) + " " + page.status().unread());
        Receipt said =
                rossi.send(Draft.of(ANNA, "two").seenUpTo(MessageSeq.of(2))).orThrow();
        told.add(told(rossi.send(Draft.of(ANNA, "late").expectingHead(MessageSeq.of(2)))));
        told.add(told(rossi.markUnread()));
        told.add(told(rossi.markRead(page.ticket().orElseThrow(), MessageSeq.of(3))));
        told.add(told(rossi.markRead(MessageSeq.of(99))));
        told.add(told(rossi.retract(said.message())));
        told.add(told(anna.retract(said.message())));
        told.add(told(clinic.practitioner(BIANCHI)
                .substituteFor(ROSSI)
                .conversationWith(ANNA)
                .send(Draft.of(ANNA, "for a colleague").seenUpTo(MessageSeq.of(1)))));
        told.add(told(rossi.disable("on leave")));
        told.add(told(anna.send(Draft.of(ANNA, "refused"))));
        told.add(told(anna.send(first)));
        told.add(told(rossi.enable()));
        clinic.practitioner(ROSSI).settings().deactivateService().orThrow();
        told.add(told(anna.send(Draft.of(ANNA, "refused"))));
        told.add(told(anna.canSend()));
        clinic.practitioner(ROSSI).settings().activateService().orThrow();
        told.add(told(anna.send(Draft.of(ANNA, "again"))));
        told.add(clinic.practitioner(ROSSI).totals().orThrow().toString());
        told.add(String.valueOf(anna.resume(Revision.ZERO).orThrow().events().size()));
        return told;
    }

    private static String told(Outcome<?> outcome) {
        return outcome.fold(
                done -> done instanceof Receipt receipt ? "at " + receipt.seq() : "done",
                refusal -> refusal.code().name());
    }

    private static List<String> audit(Clinic clinic) {
        return clinic.host().audit(0, 1_000).stream()
                .map(entry -> entry.record().action() + " " + entry.record().refusal() + " "
                        + entry.record().count())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("LIVE-2")
    void subscribersAreToldAfterTheCommit(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        scene.listen();
        try (HostWork work = scene.begin()) {
            anna(work.clinic).send(Draft.of(ANNA, "one")).orThrow();
            anna(work.clinic).send(Draft.of(ANNA, "two")).orThrow();
            work.joined.afterCommit();
            assertThat(scene.told).as("told too early, and so of nothing").isEmpty();
            rossi(work.clinic).send(Draft.of(ANNA, "three")).orThrow();
            work.commit();
            assertThat(scene.told).isEmpty();
            work.joined.afterCommit();
            work.joined.afterCommit();
        }
        assertThat(scene.told).containsExactly(1L, 2L, 3L);
        assertThat(scene.signals.published(scene.key(ROSSI, ANNA))).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("LIVE-2")
    void aSweepTellsWhatTheHostForgotToTell(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        scene.listen();
        try (HostWork work = scene.begin()) {
            anna(work.clinic).send(Draft.of(ANNA, "one")).orThrow();
            work.commit();
        }
        assertThat(scene.told).isEmpty();
        scene.chat.sweep();
        assertThat(scene.told).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-7")
    void severalConversationsInOneTransactionAndThenTheChatGoesOnFromThere(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        anna(scene.clinic).send(Draft.of(ANNA, "one")).orThrow();
        anna(scene.clinic).send(Draft.of(ANNA, "two")).orThrow();
        try (HostWork work = scene.begin()) {
            rossi(work.clinic).send(Draft.of(ANNA, "three")).orThrow();
            work.clinic
                    .practitioner(ROSSI)
                    .conversationWith(BRUNO)
                    .send(Draft.of(BRUNO, "one"))
                    .orThrow();
            rossi(work.clinic).send(Draft.of(ANNA, "four")).orThrow();
            work.commit();
        }
        assertThat(anna(scene.clinic).send(Draft.of(ANNA, "five")).orThrow().seq())
                .isEqualTo(MessageSeq.of(5));
        assertThat(texts(anna(scene.clinic).latest(9))).containsExactly("one", "two", "three", "four", "five");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("DIS-4")
    @Tag("SAFE-3")
    void aRefusalIsRecordedIfTheHostCommits(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork work = scene.begin()) {
            Outcome<Receipt> refused = anna(work.clinic).send(Draft.of(BRUNO, "to the wrong one"));
            assertThat(refused.whyNot().orElseThrow().code()).isEqualTo(RefusalCode.WRONG_PATIENT);
            anna(work.clinic).send(Draft.of(BRUNO, "to the wrong one"));
            work.commit();
        }
        assertThat(scene.clinic.host().audit(0, 100))
                .filteredOn(entry -> entry.record().action() == AuditAction.REFUSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().count()).isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void theConnectionStaysAsItIs(Dialect dialect) throws SQLException {
        JoinedScene scene = JoinedScene.on(dialect);
        try (Connection connection = scene.dataSource.getConnection()) {
            assertThatThrownBy(() -> scene.store.joining(connection))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        try (HostWork work = scene.begin()) {
            int isolation = work.connection.getTransactionIsolation();
            anna(work.clinic).send(Draft.of(ANNA, "one")).orThrow();
            anna(work.clinic).send(Draft.of(BRUNO, "no"));
            assertThat(work.connection.getAutoCommit()).isFalse();
            assertThat(work.connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(work.connection.isClosed()).isFalse();
            work.commit();
            work.connection.setAutoCommit(true);
            assertThatThrownBy(() -> anna(work.clinic).send(Draft.of(ANNA, "after it")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("join each transaction anew");
            work.connection.setAutoCommit(false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodySubscribesInATransaction(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        try (HostWork work = scene.begin()) {
            assertThatThrownBy(() -> work.clinic.patient(ANNA).subscribe((conversation, event) -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("subscribe in the ClinicChat");
            scene.chat.close();
            assertThatThrownBy(() -> anna(work.clinic).canSend()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scene.chat.joining(scene.store.joining(work.connection)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Conversation anna(Clinic clinic) {
        return clinic.patient(ANNA).conversationWith(ROSSI);
    }

    private static PracticeConversation rossi(Clinic clinic) {
        return clinic.practitioner(ROSSI).conversationWith(ANNA);
    }

    private static List<String> texts(Outcome<ConversationPage> page) {
        return page.orThrow().messages().stream().map(Message::text).toList();
    }
}
