package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Answers.assertStale;
import static org.clinicchat.testkit.contract.Answers.current;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sees which rows of a practitioner's list, and under which version. */
public interface InboxAccessContract extends StorageUnderTest {

    /** A list is its owner's alone. */
    @Test
    @Tag("SAFE-1")
    default void aListHasItsOwnersConversationsAlone() {
        Scene scene = Scene.in(storage());
        scene.add(VERDI);
        Inbox inbox = Inbox.of(scene, 2);
        scene.chat(VERDI, inbox.chats.get(0).key.patient()).patientSays("Per Verdi");
        inbox.assertListed(OWNER);
    }

    /** Conversations in which the acting person is the patient are left out of list and totals: his links count. */
    @Test
    @Tag("SUB-6")
    default void whoIsThePatientDoesNotSeeTheRow() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        PatientId own = inbox.chats.get(1).key.patient();
        inbox.scene.link(BIANCHI, own, true);
        assertSees(inbox, BIANCHI, COLLEAGUE, false, chat -> !chat.key.patient().equals(own));
        assertSees(inbox, ROSSI, OWNER, false, chat -> true);

        inbox.scene.link(BIANCHI, own, false);
        assertSees(inbox, BIANCHI, COLLEAGUE, false, chat -> true);
    }

    /** The links are the actor's, also where the read state is another's. */
    @Test
    @Tag("SUB-6")
    default void theLinksAreTheActorsNotTheReaders() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 2);
        PatientId own = inbox.chats.get(0).key.patient();
        inbox.scene.link(BIANCHI, own, true);
        inbox.chats.get(1).markUnread(OWNER);
        assertSees(inbox, BIANCHI, OWNER, false, chat -> !chat.key.patient().equals(own));
        assertSees(inbox, ROSSI, COLLEAGUE, false, chat -> true);
    }

    /** Where only permitted pairs count, the others are left out of list and totals, and come back when permitted again. */
    @Test
    @Tag("CARE-11")
    default void onlyPermittedPairsAreSeenWhereAsked() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        PatientId permitted = inbox.chats.get(1).key.patient();
        inbox.scene.permit(ROSSI, permitted, true);
        inbox.scene.permit(VERDI, inbox.chats.get(0).key.patient(), true);
        assertSees(inbox, ROSSI, OWNER, true, chat -> chat.key.patient().equals(permitted));
        assertSees(inbox, ROSSI, OWNER, false, chat -> true);

        inbox.scene.permit(ROSSI, permitted, false);
        assertSees(inbox, ROSSI, OWNER, true, chat -> false);

        inbox.scene.permit(ROSSI, permitted, true);
        assertSees(inbox, ROSSI, OWNER, true, chat -> chat.key.patient().equals(permitted));
    }

    /** A page under another version gives nothing and leaves no record. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void pagesAreHeldAgainstTheVersion() {
        assertHeld((store, access) -> store.page(access, Inbox.scan(Optional.empty(), 10)));
    }

    /** Totals under another version give nothing and leave no record. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void totalsAreHeldAgainstTheVersion() {
        assertHeld(InboxStore::totals);
    }

    /** The positions are those of all conversations that have begun, also of pairs that see nothing now. */
    @Test
    @Tag("LIVE-2")
    default void positionsAreOfAllBegunConversations() {
        Scene scene = Scene.in(storage());
        scene.add(VERDI);
        Inbox inbox = Inbox.of(scene, 3);
        inbox.add("silent").begun();
        inbox.add("never");
        inbox.chats.get(0).ownerSays("Risposta");
        scene.link(ROSSI, inbox.chats.get(1).key.patient(), true);
        Chat other = scene.chat(VERDI, inbox.chats.get(0).key.patient());
        other.patientSays("Per Verdi");

        assertThat(scene.storage.inboxes().positions(scene.clinic, ROSSI))
                .containsExactlyInAnyOrderElementsOf(inbox.chats.subList(0, 4).stream()
                        .map(InboxAccessContract::position)
                        .toList());
        assertThat(scene.storage
                        .inboxes()
                        .positions(scene.clinic, inbox.chats.get(0).key.patient()))
                .containsExactlyInAnyOrder(position(inbox.chats.get(0)), position(other));
        assertThat(scene.storage.inboxes().positions(scene.clinic, BIANCHI)).isEmpty();
        assertThat(scene.storage.inboxes().positions(scene.clinic, PatientId.of("nobody")))
                .isEmpty();
    }

    private static ConversationPosition position(Chat chat) {
        return new ConversationPosition(chat.key, chat.head().revision());
    }

    private static void assertSees(
            Inbox inbox, PractitionerId actor, PersonRef reader, boolean permittedOnly, Predicate<Chat> which) {
        InboxAccess access = inbox.access(actor, reader, permittedOnly);
        assertThat(inbox.page(access, Inbox.scan(Optional.empty(), 100)).rows())
                .isEqualTo(inbox.expected(reader, which));
        assertThat(inbox.totals(access)).isEqualTo(inbox.expectedTotals(reader, which));
    }

    private void assertHeld(BiFunction<InboxStore, InboxAccess, Answer<?>> call) {
        Inbox inbox = Inbox.of(Scene.in(storage()), 2);
        Scene scene = inbox.scene;
        scene.movePractice();
        long version = scene.version(ROSSI);
        AuditRecord record = scene.record(AuditAction.SUBSTITUTE_ACCESS);
        List<AuditRecord> before = scene.audit();
        for (long other : new long[] {version - 1, version + 1, 0}) {
            assertStale(call.apply(scene.storage.inboxes(), access(scene, other, record)));
            assertThat(scene.audit()).isEqualTo(before);
        }
        assertThat(current(call.apply(scene.storage.inboxes(), access(scene, version, record))))
                .isNotNull();
        assertThat(scene.audit()).hasSize(before.size() + 1).endsWith(record);
    }

    private static InboxAccess access(Scene scene, long version, AuditRecord record) {
        return new InboxAccess(scene.clinic, ROSSI, version, BIANCHI, COLLEAGUE, false, List.of(record));
    }
}
