package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertCommitted;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Answers.duplicate;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The commits of a batch are stored in order, each wholly or not at all, and none depends on another's fate. */
public interface BatchContract extends StorageUnderTest {

    /** One answer for each commit, in the batch's order, each as if it had come alone. */
    @Test
    @Tag("CARE-8")
    @Tag("SUB-5")
    default void eachCommitHasItsOwnAnswerInOrder() {
        Scene scene = Scene.in(storage());
        ClientMessageId known = ClientMessageId.random();
        Chat anna = scene.chat(ROSSI, ANNA);
        anna.step().message(scene.owner(), known, "Già inviato").store();
        Chat bruno = scene.chat(ROSSI, BRUNO).begun();
        Step first = anna.step().message(scene.owner(), "Uno");
        Step old = bruno.step().message(scene.owner(), "Mai");
        Step again = bruno.step().message(scene.owner(), known, "Già inviato");
        Step last = bruno.step().message(scene.owner(), "Due");

        List<CommitAnswer> answers = scene.conversations()
                .commit(List.of(first.commit(), old.commit(scene.version(ROSSI), 5), again.commit(), last.commit()));

        assertThat(answers).hasSize(4);
        assertCommitted(answers.get(0));
        assertStale(answers.get(1));
        assertThat(duplicate(answers.get(2)).prior().key()).isEqualTo(anna.key);
        assertCommitted(answers.get(3));
        anna.learn(first);
        bruno.learn(last);
        anna.assertStored();
        bruno.assertStored();
    }

    /** A commit may be decided on what the one before it leaves behind, from the beginning on. */
    @Test
    @Tag("CARE-7")
    default void commitsOfOneConversationAreChained() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        List<CareCommit> batch = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Step step = i == 0 ? chat.step() : chat.step().message(scene.owner(), "Messaggio " + i);
            batch.add(step.commit());
            chat.learn(step);
        }

        assertThat(scene.conversations().commit(batch))
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(CommitAnswer.Committed.class));
        chat.assertStored();
    }

    /** Sends of both sides, one with an automatic reply and what its author has seen, leave what they leave one by one. */
    @Test
    @Tag("CARE-7")
    @Tag("READ-8")
    @Tag("AUTO-3")
    default void aChainLeavesWhatItsCommitsLeave() {
        Scene scene = Scene.in(storage());
        AutoReply reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        scene.replace(scene.practice(ROSSI).with(reply));
        for (int last = 1; last <= 5; last++) {
            Chat chat = scene.chat(ROSSI, PatientId.of("patient-" + last));
            chat.step().message(scene.owner(), "Come sta?").store();
            List<CareCommit> batch = new ArrayList<>();
            for (int i = 1; i <= last; i++) {
                Actor patient = Actor.patient(scene.clinic, chat.key.patient());
                Step step = chat.step();
                if (i == 1) {
                    step.seen(patient.self(), 1).message(patient, "Male").autoReply(reply.text(), reply.delivery());
                } else {
                    step.message(i % 2 == 0 ? scene.owner() : patient, "Messaggio " + i);
                }
                batch.add(step.commit());
                chat.learn(step);
            }

            assertThat(Answers.committed(scene.conversations().commit(batch))).isEqualTo(last);
            chat.assertStored();
        }
    }

    /** Where one of a chain is stale, what was decided on it is stale too, and what was not is stored. */
    @Test
    @Tag("CARE-7")
    default void aStaleCommitBreaksItsChainAlone() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        long version = scene.version(ROSSI);
        Step first = chat.step().message(scene.owner(), "Uno");
        CareCommit one = first.commit();
        chat.learn(first);
        Step second = chat.step().message(scene.owner(), "Due");
        Step third = chat.step().message(scene.owner(), "Tre");

        List<CommitAnswer> answers = scene.conversations()
                .commit(List.of(one, second.commit(version + 1), second.commit(version, 2), third.commit(version)));

        assertCommitted(answers.get(0));
        assertStale(answers.get(1));
        assertStale(answers.get(2));
        assertCommitted(answers.get(3));
        chat.learn(third);
        chat.assertStored();
    }

    /** What was decided on a commit that is stale is stale, though another has brought the conversation to its revision. */
    @Test
    @Tag("CARE-7")
    @Tag("DIS-6")
    @Tag("SUB-5")
    default void whatRestsOnAStaleCommitIsStaleWhateverTheRevisionIsNow() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        Step first = chat.step().message(scene.owner(), "Uno");
        CareCommit one = first.commit();
        Chat ahead = chat.at(scene.storage);
        ahead.learn(first);
        CareCommit two = ahead.step().message(scene.owner(), "Due").commit();
        chat.patientSays("Prima");

        List<CommitAnswer> answers = scene.conversations().commit(List.of(one, two));

        assertStale(answers.get(0));
        assertStale(answers.get(1));
        chat.assertStored();
    }

    /** An id twice in a batch is accepted once, in one conversation and across two. */
    @Test
    @Tag("CARE-8")
    default void aDuplicateWithinTheBatchIsFound() {
        Scene scene = Scene.in(storage());
        Chat anna = scene.chat(ROSSI, ANNA).begun();
        Chat bruno = scene.chat(ROSSI, BRUNO).begun();
        ClientMessageId id = ClientMessageId.random();
        Step first = anna.step().message(scene.owner(), id, "Uno");
        Step other = bruno.step().message(scene.owner(), id, "Uno");
        CareCommit one = first.commit();
        CareCommit two = other.commit();
        anna.learn(first);
        CareCommit three = anna.step().message(scene.owner(), id, "Uno").commit();

        List<CommitAnswer> answers = scene.conversations().commit(List.of(one, two, three));

        assertCommitted(answers.get(0));
        assertThat(duplicate(answers.get(1)).prior().message()).isEqualTo(anna.last());
        assertThat(duplicate(answers.get(2)).prior().message()).isEqualTo(anna.last());
        anna.assertStored();
        bruno.assertStored();
    }

    /** A batch may hold commits of several practices and clinics, each under its own version. */
    @Test
    @Tag("SAFE-2")
    default void aBatchMayCrossPracticesAndClinics() {
        Storage storage = storage();
        Scene here = Scene.in(storage);
        Scene there = Scene.in(storage);
        there.movePractice();
        Chat first = here.chat();
        Chat second = there.chat();
        Step one = first.step().message(here.patient(), "Qui");
        Step two = second.step().message(there.patient(), "Là");
        Step old = there.chat(ROSSI, BRUNO).step().message(there.owner(), "Mai");

        List<CommitAnswer> answers = storage.conversations().commit(List.of(old.commit(1), one.commit(), two.commit()));

        assertStale(answers.get(0));
        assertCommitted(answers.get(1));
        assertCommitted(answers.get(2));
        first.learn(one);
        second.learn(two);
        first.assertStored();
        second.assertStored();
    }

    /** A batch may be long: of two hundred commits a stale one, a duplicate and another clinic's touch no other. */
    @Test
    @Tag("CARE-8")
    @Tag("SAFE-2")
    default void aLongBatchIsStoredToItsEnd() {
        Storage storage = storage();
        Scene here = Scene.in(storage);
        Scene there = Scene.in(storage);
        Chat anna = here.chat(ROSSI, ANNA);
        Chat far = there.chat(ROSSI, ANNA);
        ClientMessageId known = ClientMessageId.random();
        anna.step().message(here.owner(), known, "Già inviato").store();
        List<Chat> chats = IntStream.range(0, 20)
                .mapToObj(i -> here.chat(ROSSI, PatientId.of("patient-" + i)))
                .toList();
        List<CareCommit> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Chat chat = i == 150 ? far : chats.get(i % 20);
            Step step = chat.step().message(chat.scene.owner(), i == 100 ? known : ClientMessageId.random(), "N. " + i);
            batch.add(i == 50 ? step.commit(here.version(ROSSI) + 1) : step.commit());
            if (i != 50 && i != 100) {
                chat.learn(step);
            }
        }

        List<CommitAnswer> answers = storage.conversations().commit(batch);

        assertThat(answers).hasSize(200);
        assertStale(answers.get(50));
        assertThat(duplicate(answers.get(100)).prior().message()).isEqualTo(anna.last());
        assertThat(Answers.committed(answers)).isEqualTo(198);
        chats.forEach(Chat::assertStored);
        anna.assertStored();
        far.assertStored();
    }

    /** Batches at once, at two nodes, that name the same conversations in opposite orders neither hang nor lose anything. */
    @Test
    @Tag("CARE-7")
    default void batchesInOppositeOrdersAreSettled() {
        Scene scene = Scene.in(storage());
        Storage other = otherNode();
        List<Chat> chats = List.of(
                scene.chat(ROSSI, ANNA).begun(), scene.chat(ROSSI, BRUNO).begun());

        List<long[]> stored = Race.of(4, thread -> {
            long[] committed = new long[2];
            for (int round = 0; round < 15; round++) {
                int first = (thread + round) % 2;
                List<CommitAnswer> answers = scene.at(other, thread)
                        .conversations()
                        .commit(List.of(next(chats.get(first)), next(chats.get(1 - first))));
                committed[first] += Answers.committed(answers.subList(0, 1));
                committed[1 - first] += Answers.committed(answers.subList(1, 2));
                assertThat(answers).noneMatch(CommitAnswer.Duplicate.class::isInstance);
            }
            return committed;
        });

        for (int i = 0; i < 2; i++) {
            int chat = i;
            long sum = stored.stream().mapToLong(counts -> counts[chat]).sum();
            assertThat(sum).isPositive();
            assertThat(chats.get(i).storedHead().revision()).isEqualTo(sum);
            assertThat(chats.get(i).readAll(Scene.OWNER).messages()).hasSize((int) sum);
        }
    }

    private static CareCommit next(Chat known) {
        return new Step(known, known.stored())
                .message(known.scene.owner(), "Ancora uno")
                .commit();
    }
}
