package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.PatientId;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A commit is stored wholly, if the practice's version and the conversation's revision are those that it names, and
 * otherwise nothing of it is.
 */
public interface CommitContract extends StorageUnderTest {

    /** A conversation begins at revision 0, without a message, and is found by its id. */
    @Test
    @Tag("CARE-1")
    default void aConversationBegins() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.assertStored();

        chat.begun();

        chat.assertStored();
        assertThat(chat.head().revision()).isZero();
    }

    /** All changes of a commit are there once it has returned: messages, ledger, cursor, audit. */
    @Test
    @Tag("AUTO-3")
    default void allChangesOfACommitAreStored() {
        Scene scene = Scene.in(storage());
        AutoReply reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        scene.replace(scene.practice(ROSSI).with(reply));
        Chat chat = scene.chat();
        chat.ownerSays("Come sta?");
        AuditRecord record = scene.record(AuditAction.MESSAGE_RETRACTED);
        List<AuditRecord> before = scene.audit();

        chat.step()
                .seen(PATIENT, 1)
                .message(scene.patient(), "Bene")
                .autoReply(reply.text(), reply.delivery())
                .audit(record)
                .store();

        chat.assertStored();
        assertThat(chat.messages()).hasSize(3);
        assertThat(chat.readAll(PATIENT).after()).isEqualTo(chat.reader(PATIENT));
        assertThat(chat.reader(PATIENT).cursor()).isEqualTo(1);
        assertThat(scene.audit()).hasSize(before.size() + 1).endsWith(record);
    }

    /** A commit under another version of the practice, older or newer, stores nothing. */
    @Test
    @Tag("SUB-5")
    default void anotherVersionOfThePracticeStoresNothing() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Come sta?");
        long old = scene.version(ROSSI);
        scene.movePractice();

        for (long version : new long[] {old, old + 2, 0}) {
            assertLeavesNothing(chat, step -> step.commit(version));
        }
    }

    /** A commit on another revision of the conversation, lower or higher, stores nothing. */
    @Test
    @Tag("CARE-7")
    default void anotherRevisionStoresNothing() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Come sta?");
        chat.patientSays("Bene");
        long version = scene.version(ROSSI);

        for (long revision : new long[] {CareCommit.NOT_BEGUN, 0, 1, 3}) {
            assertLeavesNothing(chat, step -> step.commit(version, revision));
        }
    }

    /** What was decided on a conversation that had begun is not stored where none has. */
    @Test
    @Tag("CARE-7")
    default void aRevisionOfAConversationThatHasNotBegunIsStale() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        long version = scene.version(ROSSI);
        assertLeavesNothing(chat, step -> step.commit(version, 0));
        assertLeavesNothing(chat, step -> step.commit(version, 1));
    }

    /** Without a practice no version is the present one. */
    @Test
    @Tag("CARE-11")
    default void withoutAPracticeNothingIsStored() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat(VERDI, ANNA);
        assertStale(chat.answer(chat.step().commit(1)));
        assertStale(chat.answer(chat.step().commit(0)));
        chat.assertStored();
    }

    /** Of beginnings at once, at two nodes, exactly one is stored, and the others are stale (CARE-1). */
    @Test
    @Tag("CARE-1")
    default void racingBeginningsGiveOneConversation() {
        Scene scene = Scene.in(storage());
        List<Scene> nodes = List.of(scene, scene.at(otherNode()));
        List<Chat> beginnings = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> nodes.get(i % 2).chat())
                .toList();
        long version = scene.version(ROSSI);

        List<CommitAnswer> answers = Race.of(
                Race.THREADS,
                i -> beginnings.get(i).answer(beginnings.get(i).step().commit(version)));

        assertThat(Answers.committed(answers)).isEqualTo(1);
        for (int i = 0; i < answers.size(); i++) {
            boolean won = answers.get(i) instanceof CommitAnswer.Committed;
            if (!won) {
                assertStale(answers.get(i));
            }
            var found = scene.conversations().find(scene.clinic, beginnings.get(i).id);
            assertThat(found.isPresent()).isEqualTo(won);
        }
    }

    /** Of commits at once on one revision, at two nodes, exactly one is stored, and the others are stale. */
    @Test
    @Tag("CARE-7")
    default void racingCommitsOnOneRevisionStoreOne() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Come sta?");
        long version = scene.version(ROSSI);
        List<Step> steps = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> chat.step().message(scene.patient(), "Risposta " + i))
                .toList();

        List<Chat> nodes = List.of(chat, chat.at(otherNode()));

        List<CommitAnswer> answers =
                Race.of(steps.size(), i -> nodes.get(i % 2).answer(steps.get(i).commit(version)));

        assertThat(Answers.committed(answers)).isEqualTo(1);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitAnswer.Committed) {
                chat.learn(steps.get(i));
            } else {
                assertStale(answers.get(i));
            }
        }
        chat.assertStored();
    }

    /** Many conversations at once disturb each other in nothing. */
    @Test
    @Tag("CARE-7")
    default void conversationsAreIndependent() {
        Scene scene = Scene.in(storage());
        long version = scene.version(ROSSI);
        List<Chat> chats = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> scene.chat(ROSSI, PatientId.of("patient-" + i)))
                .toList();

        List<Long> committed = Race.of(
                Race.THREADS,
                i -> LongStream.range(0, 20)
                        .filter(n -> {
                            Chat chat = chats.get(i);
                            Step step = chat.step().message(scene.owner(), "Messaggio " + n);
                            boolean stored = chat.answer(step.commit(version)) instanceof CommitAnswer.Committed;
                            chat.learn(step);
                            return stored;
                        })
                        .count());

        assertThat(committed).containsOnly(20L);
        chats.forEach(Chat::assertStored);
    }

    private static void assertLeavesNothing(Chat chat, Function<Step, CareCommit> commit) {
        Scene scene = chat.scene;
        List<AuditRecord> audit = scene.audit();
        ClientMessageId clientId = ClientMessageId.random();
        Step step = chat.step()
                .message(scene.patient(), clientId, "Non deve restare")
                .seen(OWNER, 1)
                .audit(scene.record(AuditAction.CHAT_DISABLED));

        assertStale(chat.answer(commit.apply(step)));

        chat.assertStored();
        assertThat(scene.audit()).isEqualTo(audit);
        assertThat(scene.conversations()
                        .facts(new CareQuestion(chat.key, scene.patient(), Optional.of(clientId)))
                        .prior())
                .isEmpty();
    }
}
