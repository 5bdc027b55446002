package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertCommitted;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Answers.duplicate;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was accepted under an author's client message id is remembered for good, wherever in the clinic it was sent: a second
 * commit under it stores nothing and gives the first message, before any version is looked at (CARE-8).
 */
public interface DuplicateContract extends StorageUnderTest {

    /** The same id again gives what was accepted, and stores nothing. */
    @Test
    @Tag("CARE-8")
    default void theSameIdAgainGivesTheFirstMessage() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        ClientMessageId clientId = ClientMessageId.random();
        AttachmentRef file = AttachmentRef.of(Scene.fresh("file"));
        chat.step().message(scene.patient(), clientId, "Buongiorno 😀", file).store();
        Message first = chat.last();
        chat.ownerSays("Mi dica");
        List<AuditRecord> audit = scene.audit();

        Step again = chat.step()
                .message(scene.patient(), clientId, "Altro testo")
                .seen(Scene.OWNER, 2)
                .audit(scene.record(AuditAction.CHAT_DISABLED));
        PriorSend prior = duplicate(chat.answer(again.commit())).prior();

        assertThat(prior).isEqualTo(new PriorSend(chat.key, first));
        assertThat(prior(scene, scene.patient(), clientId)).contains(prior);
        chat.assertStored();
        assertThat(scene.audit()).isEqualTo(audit);
    }

    /** A duplicate is found before a stale version of practice or conversation. */
    @Test
    @Tag("CARE-8")
    default void aDuplicateComesBeforeAStaleVersion() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        ClientMessageId clientId = ClientMessageId.random();
        chat.step().message(scene.patient(), clientId, "Buongiorno").store();
        Message first = chat.last();
        long old = scene.version(ROSSI);
        scene.movePractice();

        Step again = chat.step().message(scene.patient(), clientId, "Buongiorno");
        assertThat(duplicate(chat.answer(again.commit(old))).prior().message()).isEqualTo(first);
        assertThat(duplicate(chat.answer(again.commit(old + 1, 0))).prior().message())
                .isEqualTo(first);
        assertThat(duplicate(chat.answer(again.commit(old, 7))).prior().message())
                .isEqualTo(first);
        chat.assertStored();
    }

    /** An author's id is one in the clinic: also in another conversation it is a duplicate, and that one does not begin. */
    @Test
    @Tag("CARE-8")
    default void anIdIsTheAuthorsInTheWholeClinic() {
        Scene scene = Scene.in(storage());
        scene.add(VERDI);
        ClientMessageId clientId = ClientMessageId.random();
        Chat first = scene.chat();
        first.step().message(scene.patient(), clientId, "Buongiorno").store();

        Chat other = scene.chat(VERDI, ANNA);
        CommitAnswer answer = other.answer(
                other.step().message(scene.patient(), clientId, "Buongiorno").commit());

        assertThat(duplicate(answer).prior()).isEqualTo(new PriorSend(first.key, first.last()));
        other.assertStored();
    }

    /** Two authors may use the same id: also when a patient's and a practitioner's own ids are written alike. */
    @Test
    @Tag("CARE-8")
    default void anotherAuthorMayUseTheSameId() {
        Scene scene = Scene.in(storage());
        PractitionerId twin = PractitionerId.of("anna");
        scene.add(twin);
        Chat chat = scene.chat(twin, ANNA);
        ClientMessageId clientId = ClientMessageId.random();

        chat.step().message(scene.patient(), clientId, "Buongiorno").store();
        Message byPatient = chat.last();
        Actor practitioner = Actor.practitioner(scene.clinic, twin);
        chat.step().message(practitioner, clientId, "Mi dica").store();
        Message byPractitioner = chat.last();

        chat.assertStored();
        assertThat(prior(scene, scene.patient(), clientId)).contains(new PriorSend(chat.key, byPatient));
        assertThat(prior(scene, practitioner, clientId)).contains(new PriorSend(chat.key, byPractitioner));
        assertThat(prior(scene, scene.owner(), clientId)).isEmpty();
    }

    /** For whom somebody acts is no part of who he is: a substitute's ids are his own. */
    @Test
    @Tag("CARE-8")
    default void aSubstitutesIdsAreHisOwn() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        ClientMessageId clientId = ClientMessageId.random();
        chat.step().message(scene.substitute(), clientId, "Sono il sostituto").store();
        PriorSend prior = new PriorSend(chat.key, chat.last());

        assertThat(prior(scene, scene.substitute(), clientId)).contains(prior);
        assertThat(prior(scene, Actor.practitioner(scene.clinic, Scene.BIANCHI), clientId))
                .contains(prior);
        assertThat(prior(scene, scene.owner(), clientId)).isEmpty();
    }

    /** Ids that differ in the case of a letter are two. */
    @Test
    @Tag("CARE-8")
    default void idsAreComparedByteByByte() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (String id : List.of("abc_-1", "ABC_-1", "abc-_1", "abc_-", "abc_-1-")) {
            chat.step()
                    .message(scene.patient(), ClientMessageId.of(id), "Con id " + id)
                    .store();
            assertThat(prior(scene, scene.patient(), ClientMessageId.of(id)))
                    .contains(new PriorSend(chat.key, chat.last()));
        }
    }

    /** A retraction does not touch what was accepted: the first text is kept for comparison. */
    @Test
    @Tag("CARE-8")
    default void aRetractedMessageIsStillADuplicate() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        ClientMessageId clientId = ClientMessageId.random();
        chat.step().message(scene.patient(), clientId, "Errore").store();
        Message first = chat.last();
        chat.step().retract(first, scene.patient()).store();

        Step again = chat.step().message(scene.patient(), clientId, "Errore");
        Message prior = duplicate(chat.answer(again.commit())).prior().message();

        assertThat(prior.text()).isEqualTo("Errore");
        assertThat(prior.id()).isEqualTo(first.id());
        assertThat(prior.seq()).isEqualTo(first.seq());
        assertThat(prior.time()).isEqualTo(first.time());
        assertThat(prior(scene, scene.patient(), clientId))
                .hasValueSatisfying(known -> assertThat(known.message().text()).isEqualTo("Errore"));
    }

    /** Only acceptances are remembered: an id of a commit that was stale can be used. */
    @Test
    @Tag("CARE-8")
    default void aStaleCommitLeavesItsIdFree() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Come sta?");
        ClientMessageId clientId = ClientMessageId.random();
        Step step = chat.step().message(scene.patient(), clientId, "Bene");
        assertStale(chat.answer(step.commit(scene.version(ROSSI) + 1)));

        assertCommitted(chat.answer(step.commit()));
        chat.learn(step);
        assertThat(prior(scene, scene.patient(), clientId)).contains(new PriorSend(chat.key, chat.last()));
    }

    /** Of sends at once under one id in many conversations, at two nodes, one is stored, and all others get its message. */
    @Test
    @Tag("CARE-8")
    default void racingSendsUnderOneIdStoreOne() {
        Scene scene = Scene.in(storage());
        ClientMessageId clientId = ClientMessageId.random();
        long version = scene.version(ROSSI);
        List<Chat> chats = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> scene.chat(ROSSI, PatientId.of("patient-" + i)).begun())
                .toList();
        List<Step> steps = chats.stream()
                .map(chat -> chat.step().message(scene.owner(), clientId, "Vaccini da oggi"))
                .toList();

        List<Scene> nodes = List.of(scene, scene.at(otherNode()));

        List<CommitAnswer> answers =
                Race.of(chats.size(), i -> commit(nodes.get(i % 2), steps.get(i).commit(version)));

        assertThat(Answers.committed(answers)).isEqualTo(1);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitAnswer.Committed) {
                chats.get(i).learn(steps.get(i));
            }
        }
        PriorSend stored = prior(scene, scene.owner(), clientId).orElseThrow();
        for (CommitAnswer answer : answers) {
            if (!(answer instanceof CommitAnswer.Committed)) {
                assertThat(duplicate(answer).prior()).isEqualTo(stored);
            }
        }
        chats.forEach(Chat::assertStored);
    }

    /** Of sends at once under one id on one revision, at two nodes, one is stored; the others get its message. */
    @Test
    @Tag("CARE-8")
    default void racingSendsInOneConversationStoreOne() {
        Scene scene = Scene.in(storage());
        ClientMessageId clientId = ClientMessageId.random();
        Chat chat = scene.chat().begun();
        long version = scene.version(ROSSI);
        List<Step> steps = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> chat.step().message(scene.patient(), clientId, "Buongiorno"))
                .toList();

        List<Scene> nodes = List.of(scene, scene.at(otherNode()));

        List<CommitAnswer> answers =
                Race.of(steps.size(), i -> commit(nodes.get(i % 2), steps.get(i).commit(version)));

        assertThat(Answers.committed(answers)).isEqualTo(1);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitAnswer.Committed) {
                chat.learn(steps.get(i));
            }
        }
        chat.assertStored();
        for (CommitAnswer answer : answers) {
            if (!(answer instanceof CommitAnswer.Committed)) {
                assertThat(duplicate(answer).prior()).isEqualTo(new PriorSend(chat.key, chat.last()));
            }
        }
    }

    private static CommitAnswer commit(Scene node, CareCommit commit) {
        return node.conversations().commit(List.of(commit)).get(0);
    }

    private static Optional<PriorSend> prior(Scene scene, Actor author, ClientMessageId clientId) {
        return scene.conversations()
                .facts(new CareQuestion(scene.key(ROSSI, ANNA), author, Optional.of(clientId)))
                .prior();
    }
}
