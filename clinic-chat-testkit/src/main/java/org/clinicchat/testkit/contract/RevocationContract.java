package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Once a change has returned that decides who reaches a practice's chats, no commit and no read under the version before
 * succeeds any more: with one thread, and while others write and read; at the node that made the change, and at another
 * (SUB-5). At most 12 threads use the storage at once.
 */
public interface RevocationContract extends StorageUnderTest {

    /** The practice itself: service, visibility, period. */
    @Test
    @Tag("SUB-5")
    default void aReplacedPracticeRevokes() {
        assertRevokes(Scene::movePractice);
    }

    /** A work group that loses the colleague. */
    @Test
    @Tag("SUB-5")
    default void aChangedWorkGroupRevokes() {
        assertRevokes(scene -> scene.putGroup(GROUP, ROSSI));
    }

    /** A work group that is put without the owner. */
    @Test
    @Tag("SUB-5")
    default void aWorkGroupWithoutTheOwnerRevokes() {
        assertRevokes(scene -> scene.putGroup(GROUP, BIANCHI));
    }

    /** A work group that is removed. */
    @Test
    @Tag("SUB-5")
    default void aRemovedWorkGroupRevokes() {
        assertRevokes(scene -> scene.removeGroup(GROUP));
    }

    /** A colleague who turns out to be the patient. */
    @Test
    @Tag("SUB-5")
    @Tag("SUB-6")
    default void aPersonLinkRevokes() {
        assertRevokes(scene -> scene.link(BIANCHI, ANNA, true));
    }

    /** A permission that is withdrawn. */
    @Test
    @Tag("SUB-5")
    @Tag("CARE-11")
    default void aWithdrawnPermissionRevokes() {
        assertRevokes(scene -> scene.permit(ROSSI, ANNA, false));
    }

    /**
     * A group that makes colleagues of two, and a link that makes a patient of one of them, put at once at two nodes: each
     * may think that the other is not there, and yet no permission outlives them.
     */
    @Test
    @Tag("SUB-5")
    @Tag("SUB-6")
    default void aGroupAndALinkAtOnceBothRevoke() {
        Scene scene = Scene.in(storage());
        scene.add(BIANCHI);
        Chat chat = scene.chat();
        chat.patientSays("Buongiorno");
        Scene there = scene.at(otherNode());
        for (int round = 0; round < 20; round++) {
            scene.putGroup(GROUP);
            scene.link(BIANCHI, ANNA, false);
            AtomicInteger putting = new AtomicInteger(2);
            List<StoredCare> seen = Race.<List<StoredCare>>of(List.of(
                            () -> put(scene, () -> scene.putGroup(GROUP, ROSSI, BIANCHI), putting),
                            () -> put(there, () -> there.link(BIANCHI, ANNA, true), putting),
                            () -> factsWhile(scene, putting),
                            () -> factsWhile(there, putting)))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            assertRevoked(chat, seen);
        }
    }

    private static List<StoredCare> put(Scene scene, Runnable change, AtomicInteger putting) {
        try {
            change.run();
            return List.of(facts(scene));
        } finally {
            putting.decrementAndGet();
        }
    }

    private static List<StoredCare> factsWhile(Scene scene, AtomicInteger putting) {
        List<StoredCare> seen = new ArrayList<>();
        while (putting.get() > 0) {
            seen.add(facts(scene));
        }
        return seen;
    }

    /** Dr Bianchi is a colleague and the patient, and what was permitted while he was not both is permitted no more. */
    private static void assertRevoked(Chat chat, List<StoredCare> seen) {
        StoredCare last = facts(chat.scene);
        assertThat(List.of(last.sharesWorkGroup(), last.linkedToPatient())).containsExactly(true, true);
        seen.stream()
                .filter(facts -> !facts.sharesWorkGroup() || !facts.linkedToPatient())
                .map(facts -> facts.practice().orElseThrow().version())
                .distinct()
                .map(version -> new Access(chat.key, version, COLLEAGUE, List.of()))
                .map(access -> chat.scene.conversations().read(access, new MessageRange.After(0, 10)))
                .forEach(Answers::assertStale);
    }

    private static StoredCare facts(Scene scene) {
        return scene.conversations()
                .facts(new CareQuestion(scene.key(ROSSI, ANNA), scene.substitute(), Optional.empty()));
    }

    private void assertRevokes(Consumer<Scene> change) {
        Storage storage = storage();
        Storage other = otherNode();
        for (Storage node : List.of(storage, other)) {
            assertRevokesAt(node, revocable(storage), change);
        }
        for (Storage node : List.of(storage, other)) {
            assertRevokesUnderLoad(node, revocable(storage), change);
        }
    }

    /** What a node knew and used before is stale there once the change has returned, whichever node made it. */
    private static void assertRevokesAt(Storage node, Chat chat, Consumer<Scene> change) {
        Chat there = chat.at(node);
        long version = there.scene.version(ROSSI);
        StoredCare known = facts(there.scene);
        Step step = there.step().message(there.scene.substitute(), "Non deve arrivare");
        reads(there, version).forEach(read -> Answers.current(call(read)));
        change.accept(chat.scene);
        reads(there, version).forEach(read -> assertStale(call(read)));
        assertStale(there.answer(step.commit(version)));
        assertThat(there.scene.version(ROSSI)).isGreaterThan(version);
        assertThat(facts(there.scene)).isNotEqualTo(known);
        assertThat(there.readAll(OWNER).messages()).isEqualTo(chat.messages());
        assertThat(chat.stored()).isEqualTo(chat.state());
    }

    private static void assertRevokesUnderLoad(Storage node, Chat chat, Consumer<Scene> change) {
        Chat there = chat.at(node);
        long version = chat.scene.version(ROSSI);
        AtomicBoolean revoked = new AtomicBoolean();
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            tasks.add(() -> writeUntilStale(there, version, revoked));
        }
        reads(there, version).forEach(read -> tasks.add(() -> readUntilStale(read, revoked)));
        tasks.add(() -> {
            try {
                change.accept(chat.scene);
            } finally {
                revoked.set(true);
            }
            long after = chat.storedHead().revision();
            return List.of("revoked at " + after);
        });

        List<List<String>> outcomes = Race.of(tasks);

        long last = chat.storedHead().revision();
        assertThat(outcomes.get(outcomes.size() - 1)).containsExactly("revoked at " + last);
        assertThat(outcomes.subList(0, outcomes.size() - 1))
                .allSatisfy(late -> assertThat(late)
                        .as("what succeeded although it began after the change had returned")
                        .isEmpty());
    }

    /** What was committed after the change had returned; on a conflict of revisions it tries again. */
    private static List<String> writeUntilStale(Chat chat, long version, AtomicBoolean revoked) {
        while (true) {
            boolean late = revoked.get();
            Step step = new Step(chat, chat.stored()).message(chat.scene.substitute(), "Messaggio");
            boolean committed = chat.answer(step.commit(version)) instanceof CommitAnswer.Committed;
            if (late) {
                return committed ? List.of("a commit") : List.of();
            }
        }
    }

    private static List<String> readUntilStale(Callable<Answer<?>> read, AtomicBoolean revoked) {
        while (true) {
            boolean late = revoked.get();
            boolean current = call(read) instanceof Answer.Current;
            if (late) {
                return current ? List.of("a read") : List.of();
            }
        }
    }

    private static List<Callable<Answer<?>>> reads(Chat chat, long version) {
        Scene scene = chat.scene;
        Access access = new Access(chat.key, version, COLLEAGUE, List.of());
        InboxAccess list = new InboxAccess(scene.clinic, ROSSI, version, BIANCHI, COLLEAGUE, false, List.of());
        return List.of(
                () -> scene.conversations().read(access, new MessageRange.After(0, 10)),
                () -> scene.conversations().open(access, 10),
                () -> scene.conversations().markRead(access, 1, ReadState.NO_TICKET),
                () -> scene.conversations().markUnread(access),
                () -> scene.conversations().eventsAfter(access, 0, 10),
                () -> scene.conversations().retractionFacts(access, chat.last().id()),
                () -> scene.storage.inboxes().page(list, Inbox.scan(Optional.empty(), 10)),
                () -> scene.storage.inboxes().totals(list));
    }

    private static Answer<?> call(Callable<Answer<?>> read) {
        try {
            return read.call();
        } catch (Exception e) {
            throw new AssertionError("a read threw", e);
        }
    }

    /** A conversation that Dr Bianchi reaches as a substitute. */
    private static Chat revocable(Storage storage) {
        Scene scene = Scene.in(storage);
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        scene.permit(ROSSI, ANNA, true);
        Chat chat = scene.chat();
        chat.patientSays("Buongiorno");
        return chat;
    }
}
