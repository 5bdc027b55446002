package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Answers.current;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.List;
import java.util.function.BiFunction;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.MessageId;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.MessageRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A read is held against the present version of the practice: under another one it gives nothing, changes nothing and leaves
 * no record; under the present one its record is written with it (SUB-5, SAFE-3).
 */
public interface StaleAccessContract extends StorageUnderTest {

    /** Reading messages. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void readingIsHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.read(access, new MessageRange.After(0, 10)));
        assertHeld((store, access) -> store.read(access, new MessageRange.Before(9, 10)));
        assertHeld((store, access) -> store.read(access, new MessageRange.Unseen(10)));
    }

    /** Opening. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void openingIsHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.open(access, 10));
    }

    /** Marking as read. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void markingReadIsHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.markRead(access, 2, ReadState.NO_TICKET));
    }

    /** Marking as unread. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void markingUnreadIsHeldAgainstTheVersion() {
        assertHeld(ConversationStore::markUnread);
    }

    /** Reading events. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void readingEventsIsHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.eventsAfter(access, 0, 10));
    }

    /** What a retraction asks. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void retractionFactsAreHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.retractionFacts(access, MessageId.of(Scene.fresh("msg"))));
    }

    private void assertHeld(BiFunction<ConversationStore, Access, Answer<?>> call) {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Uno");
        chat.patientSays("Due");
        chat.markUnread(OWNER);
        chat.markUnread(COLLEAGUE);
        scene.movePractice();
        long version = scene.version(ROSSI);
        AuditRecord first = scene.record(AuditAction.SUBSTITUTE_ACCESS);
        AuditRecord second = scene.record(AuditAction.SUBSTITUTE_ACCESS);
        List<AuditRecord> before = scene.audit();

        for (long other : new long[] {version - 1, version + 1, 0}) {
            Access stale = new Access(chat.key, other, COLLEAGUE, List.of(first, second));
            assertStale(call.apply(scene.conversations(), stale));
            assertThat(chat.readAll(COLLEAGUE).after()).isEqualTo(chat.reader(COLLEAGUE));
            assertThat(scene.audit()).isEqualTo(before);
        }

        Access present = new Access(chat.key, version, COLLEAGUE, List.of(first, second));
        assertThat(current(call.apply(scene.conversations(), present))).isNotNull();
        assertThat(scene.audit()).hasSize(before.size() + 2).endsWith(first, second);
        assertThat(chat.readAll(OWNER).after()).isEqualTo(chat.reader(OWNER));
        assertThat(scene.audit()).hasSize(before.size() + 2);
    }
}
