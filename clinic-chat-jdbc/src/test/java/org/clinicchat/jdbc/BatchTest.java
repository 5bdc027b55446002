package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.clinicchat.Conversation;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.StorageFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is stored together with others is stored whatever becomes of them. */
class BatchTest {

    /** The id of one is used by another node when the batch is about to be stored. */
    @Test
    @Tag("CARE-8")
    void anIdThatIsUsedMeanwhileFailsNoNeighbour() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            Draft draft = Draft.of(ClientMessageId.of("the-same"), HeldClinic.ANNA, "Insieme");
            Held.Trap between = clinic.held.before("member", 0);
            var victim = batch.join(talk(clinic, HeldClinic.ANNA, HeldClinic.ROSSI), draft);
            var neighbours = neighbours(clinic, batch);
            batch.go();
            between.awaitReached();
            Receipt first = HeldClinic.patient(clinic.there, HeldClinic.ANNA, HeldClinic.VERDI)
                    .send(draft)
                    .orThrow();
            between.letGo();
            assertThat(victim.get().whyNot().orElseThrow().code()).isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
            assertStored(neighbours);
            assertThat(first.seq().value()).isEqualTo(3);
        }
    }

    /** One's conversation is taken away under it. */
    @Test
    @Tag("SAFE-7")
    void aConversationThatIsGoneFailsNoNeighbour() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            var victim = batch.join(talk(clinic, HeldClinic.ANNA, HeldClinic.ROSSI), HeldClinic.ANNA);
            var neighbours = neighbours(clinic, batch);
            for (String table : List.of("clinic_chat_conversation", "clinic_chat_conversation_word")) {
                run(
                        clinic,
                        "DELETE FROM " + table + " WHERE patient = 'anna' AND practitioner = 'rossi' AND clinic = '"
                                + clinic.id.value() + "'");
            }
            batch.go();
            assertThat(victim.get().orThrow().seq().value()).as("begins anew").isEqualTo(1);
            assertStored(neighbours);
        }
    }

    /** The database refuses one's row. */
    @Test
    @Tag("SAFE-7")
    void aRowThatIsRefusedFailsNoNeighbour() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            run(clinic, "ALTER TABLE clinic_chat_message ADD CONSTRAINT poison CHECK (message_text <> 'poison')");
            var victim =
                    batch.join(talk(clinic, HeldClinic.ANNA, HeldClinic.ROSSI), Draft.of(HeldClinic.ANNA, "poison"));
            var neighbours = neighbours(clinic, batch);
            batch.go();
            assertStored(neighbours);
            assertThatThrownBy(victim::get).hasRootCauseInstanceOf(StorageFault.class);
        } finally {
            run(HeldClinic.on(Dialect.POSTGRESQL), "ALTER TABLE clinic_chat_message DROP CONSTRAINT poison");
        }
    }

    /** However many have waited: one statement stores them, and commits by itself. */
    @Test
    void allWhoWaitShareOneStatement() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            Queue<Kind> steps = new ConcurrentLinkedQueue<>();
            clinic.held.first(step -> {
                if (step.moment() == Moment.AFTER && step.kind() != Kind.CONNECTION && Held.isBy("member")) {
                    steps.add(step.kind());
                }
                return false;
            });
            var members = neighbours(clinic, batch);
            batch.go();
            assertStored(members);
            assertThat(steps).containsExactly(Kind.STATEMENT);
        }
    }

    /** The connection breaks before the batch is stored, or after: nobody knows, and whoever sends again does. */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    @Tag("CARE-8")
    void aBatchThatBreaksIsSettledBySendingAgain(Moment moment) {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            clinic.held.breakFirst(
                    step -> step.kind() == Kind.STATEMENT && step.moment() == moment && Held.isBy("member"));
            Draft draft = Draft.of(HeldClinic.BRUNO, "Insieme");
            Draft another = Draft.of(HeldClinic.BRUNO, "Insieme");
            Conversation talk = talk(clinic, HeldClinic.BRUNO, HeldClinic.ROSSI);
            Conversation anotherTalk = talk(clinic, HeldClinic.BRUNO, HeldClinic.VERDI);
            var members = List.of(batch.join(talk, draft), batch.join(anotherTalk, another));
            batch.go();
            assertThat(members).allSatisfy(BatchTest::assertNobodyKnows);
            long before = clinic.messages();
            assertThat(talk.send(draft).orThrow().seq().value()).isEqualTo(3);
            assertThat(anotherTalk.send(another).orThrow().seq().value()).isEqualTo(3);
            assertThat(clinic.messages() - before).isEqualTo(moment == Moment.AFTER ? 0 : 2);
        }
    }

    /** The batch throws what no driver should: each is stored alone. */
    @Test
    @Tag("SAFE-7")
    void whatThrowsInABatchFailsNobody() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            clinic.held.first(step -> {
                if (step.sql().startsWith("WITH k AS")) {
                    throw new IllegalStateException("broken by the test");
                }
                return false;
            });
            var members = neighbours(clinic, batch);
            batch.go();
            assertStored(members);
        }
    }

    /** Nobody is waited for, and nothing is asked that a node knows. */
    @Test
    void whoIsAloneGoesStraightThrough() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL)) {
            Conversation talk = talk(clinic, HeldClinic.ANNA, HeldClinic.ROSSI);
            talk.send(Draft.of(HeldClinic.ANNA, "Buongiorno")).orThrow();
            talk.send(Draft.of(HeldClinic.ANNA, "Come sta?")).orThrow();
            List<Kind> steps = new ArrayList<>();
            clinic.held.first(step -> {
                if (step.moment() == Moment.AFTER && step.kind() != Kind.CONNECTION) {
                    steps.add(step.kind());
                }
                return false;
            });
            talk.send(Draft.of(HeldClinic.ANNA, "Sono qui")).orThrow();
            assertThat(steps).containsExactly(Kind.STATEMENT);
        }
    }

    /** Closing waits for those who are queued. */
    @Test
    @Tag("SAFE-7")
    void whoIsQueuedIsStoredBeforeItIsClosed() {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL)) {
            Called<Boolean> closing;
            List<Called<Outcome<Receipt>>> queued;
            try (Batch batch = Batch.in(clinic)) {
                queued = neighbours(clinic, batch);
                closing = Called.by("closing", () -> {
                    clinic.hereChat().close();
                    return true;
                });
                closing.awaitWaitingIn(Semaphore.class);
            }
            assertStored(queued);
            assertThat(closing.get()).isTrue();
            Conversation talk = talk(clinic, HeldClinic.ANNA, HeldClinic.VERDI);
            assertThatThrownBy(() -> talk.send(Draft.of(HeldClinic.ANNA, "Dopo")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<Called<Outcome<Receipt>>> neighbours(HeldClinic clinic, Batch batch) {
        return List.of(
                batch.join(talk(clinic, HeldClinic.BRUNO, HeldClinic.ROSSI), HeldClinic.BRUNO),
                batch.join(talk(clinic, HeldClinic.BRUNO, HeldClinic.VERDI), HeldClinic.BRUNO));
    }

    private static void assertStored(List<Called<Outcome<Receipt>>> sends) {
        assertThat(sends)
                .allSatisfy(
                        send -> assertThat(send.get().orThrow().seq().value()).isEqualTo(3));
    }

    private static void assertNobodyKnows(Called<Outcome<Receipt>> send) {
        assertThatThrownBy(send::get)
                .cause()
                .isInstanceOfSatisfying(
                        StorageFault.class,
                        fault -> assertThat(fault.isOutcomeKnown()).isFalse());
    }

    private static Conversation talk(HeldClinic clinic, PatientId patient, PractitionerId owner) {
        return HeldClinic.patient(clinic.here, patient, owner);
    }

    private static void run(HeldClinic clinic, String statement) {
        new Transactions(clinic.spectator.database())
                .write(connection -> Sql.of(statement).update(connection));
    }
}
