package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.MessageRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Once a change has returned that decides who reaches a practice's chats, no commit and no read under the version before
 * succeeds any more: with one thread, and while others write and read (SUB-5).
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

    private void assertRevokes(Consumer<Scene> change) {
        Chat chat = revocable();
        Scene scene = chat.scene;
        long version = scene.version(ROSSI);
        Step step = chat.step().message(scene.substitute(), "Non deve arrivare");
        change.accept(scene);
        assertThat(scene.version(ROSSI)).isGreaterThan(version);
        assertStale(chat.answer(step.commit(version)));
        reads(chat, version).forEach(read -> assertStale(call(read)));
        chat.assertStored();
        assertRevokesUnderLoad(change);
    }

    private void assertRevokesUnderLoad(Consumer<Scene> change) {
        Chat chat = revocable();
        long version = chat.scene.version(ROSSI);
        AtomicBoolean revoked = new AtomicBoolean();
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            tasks.add(() -> writeUntilStale(chat, version, revoked));
        }
        reads(chat, version).forEach(read -> tasks.add(() -> readUntilStale(read, revoked)));
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
    private Chat revocable() {
        Scene scene = Scene.in(storage());
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        scene.permit(ROSSI, ANNA, true);
        Chat chat = scene.chat();
        chat.patientSays("Buongiorno");
        return chat;
    }
}
