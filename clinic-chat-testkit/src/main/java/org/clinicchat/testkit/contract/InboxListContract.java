package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.MONDAY;
import static org.clinicchat.testkit.contract.Scene.OWNER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.InboxStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which rows a practitioner's list has, what is in them, and in which order they come (INBOX-1 to INBOX-3). */
public interface InboxListContract extends StorageUnderTest {

    /** Newest message first; one without messages stands at the time of its beginning; what is not begun is not there. */
    @Test
    @Tag("INBOX-1")
    default void newestMessageFirst() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 4);
        inbox.chats.get(1).ownerSays("Risposta");
        inbox.add("silent").begun();
        inbox.chats.get(3).patientSays("Altra domanda");
        inbox.add("never");
        inbox.assertListed(OWNER);
        assertThat(inbox.expected(OWNER, chat -> true)).hasSize(5);
    }

    /** Rows of one time are in the order of their ids' characters, whatever a database thinks of letters. */
    @Test
    @Tag("INBOX-1")
    default void tiesAreOrderedByTheIdsCharacters() {
        Inbox inbox = new Inbox(Scene.in(storage()));
        List<String> starts = List.of("b", "B", "a", "A", "_", "-", "0", "9", "z", "Z", "a-", "a_", "aA", "aa");
        for (int i = 0; i < starts.size(); i++) {
            PatientProfile profile = PatientProfile.of(PatientId.of("patient-" + i), "Paziente", "" + i);
            inbox.add(profile, ConversationId.of(starts.get(i) + "cdefghijklmnopqrs"))
                    .step()
                    .at(MONDAY)
                    .message(inbox.scene.owner(), "Alla stessa ora")
                    .store();
        }
        inbox.assertListed(OWNER);
        for (int limit = 1; limit <= 4; limit++) {
            assertThat(inbox.walk(limit)).isEqualTo(inbox.expected(OWNER, chat -> true));
        }
    }

    /** A row has the profile as it is now, and all else as the head and the reader's state have it. */
    @Test
    @Tag("INBOX-2")
    @Tag("INBOX-6")
    default void aRowShowsWhatIsNow() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 2);
        Chat chat = inbox.chats.get(0);
        chat.patientSays("Prima riga\nseconda 😀 riga".repeat(20));
        chat.markUnread(OWNER);
        inbox.scene.put(PatientProfile.of(chat.key.patient(), "Nicolò", "D'Amico")
                .with("http://hl7.it/sid/codiceFiscale", "DMCNCL80A01H501X"));
        inbox.assertListed(OWNER);

        inbox.scene.put(PatientProfile.of(chat.key.patient(), "Nicola", "D'Amico"));
        chat.step().retract(chat.last(), inbox.scene.owner()).store();
        inbox.assertListed(OWNER);
    }

    /** Marking unread, reading and switching off move no row. */
    @Test
    @Tag("INBOX-1")
    default void markingAndSwitchingMoveNoRow() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        inbox.chats.get(0).markUnread(OWNER);
        inbox.chats.get(1).open(OWNER, 5);
        inbox.chats
                .get(0)
                .step()
                .switchTo(Availability.DISABLED, inbox.scene.owner(), Optional.of("Motivo"))
                .store();
        inbox.assertListed(OWNER);
        assertThat(inbox.expected(OWNER, chat -> true))
                .extracting(row -> row.conversation())
                .containsExactly(inbox.chats.get(2).id, inbox.chats.get(1).id, inbox.chats.get(0).id);
    }

    /** Each filter alone and all together: a row must pass every one. */
    @Test
    @Tag("INBOX-3")
    default void filtersCombine() {
        Scene scene = Scene.in(storage());
        Inbox inbox = new Inbox(scene);
        for (int i = 0; i < 16; i++) {
            Chat chat = inbox.add("patient-" + i).begun();
            if ((i & 1) != 0) {
                chat.patientSays("Buongiorno");
            }
            if ((i & 2) != 0) {
                chat.step()
                        .switchTo(Availability.DISABLED, scene.owner(), Optional.empty())
                        .store();
            }
            if ((i & 4) != 0) {
                chat.open(OWNER, 9);
            }
            if ((i & 8) != 0) {
                chat.markUnread(OWNER);
            }
        }
        for (Set<Filter> filters : Set.of(
                Set.<Filter>of(),
                EnumSet.of(Filter.UNREAD),
                EnumSet.of(Filter.AWAITING_REPLY),
                EnumSet.of(Filter.DISABLED),
                EnumSet.of(Filter.UNREAD, Filter.AWAITING_REPLY),
                EnumSet.of(Filter.UNREAD, Filter.DISABLED),
                EnumSet.of(Filter.AWAITING_REPLY, Filter.DISABLED),
                EnumSet.allOf(Filter.class))) {
            var scan = Inbox.scan(Optional.empty(), 100, filters.toArray(Filter[]::new));
            assertThat(inbox.page(inbox.access(), scan).rows())
                    .isNotEmpty()
                    .isEqualTo(inbox.expected(OWNER, inbox.passes(OWNER, filters)));
        }
    }

    /** A mark counts its conversation as unread, once, and no message. */
    @Test
    @Tag("READ-4")
    @Tag("INBOX-5")
    default void aMarkCountsTheConversationAndNoMessage() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        inbox.chats.forEach(chat -> chat.open(OWNER, 5));
        inbox.chats.get(0).markUnread(OWNER);
        inbox.chats.get(1).markUnread(OWNER);
        inbox.chats.get(1).patientSays("Ancora una domanda");
        assertThat(inbox.totals(inbox.access())).isEqualTo(new InboxTotals(2, 1));
        inbox.assertListed(OWNER);
    }

    /** The list shows the reader's own state: a substitute's is his. */
    @Test
    @Tag("SUB-4")
    default void eachReaderSeesHisOwnState() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        inbox.chats.get(0).open(OWNER, 5);
        inbox.chats.get(1).markUnread(COLLEAGUE);
        inbox.chats.get(2).markRead(COLLEAGUE, 1, ReadState.NO_TICKET);
        inbox.assertListed(OWNER);
        inbox.assertListed(COLLEAGUE);
    }

    /** After every step of a random history, list, totals and filters are those of a recount. */
    @Test
    @Tag("INBOX-5")
    @Tag("READ-3")
    default void listAndTotalsEqualARecount() {
        Scene scene = Scene.in(storage());
        Inbox inbox = Inbox.of(scene, 5);
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            Chat chat = inbox.chats.get(random.nextInt(5));
            switch (random.nextInt(7)) {
                case 0 -> chat.open(OWNER, 1 + random.nextInt(2));
                case 1 -> chat.markUnread(OWNER);
                case 2 -> chat.ownerSays("Risposta " + i);
                case 3 -> retractSomething(chat, random);
                case 4 -> chat.says(scene.host(), "Avviso " + i);
                default -> chat.patientSays("Domanda " + i);
            }
            inbox.assertListed(OWNER);
        }
    }

    /** While a writer changes all that a list shows, every answer is of one moment, and of none that was past. */
    @Test
    @Tag("INBOX-5")
    @Tag("READ-3")
    default void listsAreOfOneMoment() {
        Scene scene = Scene.in(storage());
        Inbox inbox = Inbox.of(scene, 3);
        Truths<List<InboxRow>> rows = new Truths<>();
        Truths<List<InboxRow>> unread = new Truths<>();
        Truths<InboxTotals> totals = new Truths<>();
        Truths<Set<ConversationPosition>> positions = new Truths<>();
        Runnable note = () -> {
            rows.add(inbox.expected(OWNER, chat -> true));
            unread.add(inbox.expected(OWNER, chat -> chat.isUnread(OWNER)));
            totals.add(inbox.expectedTotals(OWNER, chat -> true));
            positions.add(inbox.positions());
        };
        note.run();
        InboxAccess access = inbox.access();
        InboxScan all = Inbox.scan(Optional.empty(), 1_000);
        InboxScan unreadOnly = Inbox.scan(Optional.empty(), 1_000, Filter.UNREAD);
        List<Callable<Truths.Told<?>>> readers = new ArrayList<>();
        for (InboxStore node : List.of(scene.storage.inboxes(), otherNode().inboxes())) {
            readers.add(
                    () -> rows.ask(() -> Answers.current(node.page(access, all)).rows()));
            readers.add(() -> unread.ask(
                    () -> Answers.current(node.page(access, unreadOnly)).rows()));
            readers.add(() -> totals.ask(() -> Answers.current(node.totals(access))));
            readers.add(() -> positions.ask(() -> Set.copyOf(node.positions(scene.clinic, Scene.ROSSI))));
        }
        Random random = new Random(6);
        IntConsumer write = n -> {
            changeSomething(inbox, random, n);
            note.run();
        };
        Watching.of(1, 100, write, readers).forEach(Truths.Told::assertTrue);
    }

    private static void changeSomething(Inbox inbox, Random random, int n) {
        Chat chat = inbox.chats.get(random.nextInt(inbox.chats.size()));
        switch (random.nextInt(8)) {
            case 0 -> chat.open(OWNER, 1 + random.nextInt(2));
            case 1 -> chat.markUnread(OWNER);
            case 2 -> chat.ownerSays("Risposta " + n);
            case 3 -> retractSomething(chat, random);
            case 4 -> inbox.scene.put(PatientProfile.of(chat.key.patient(), "Nome", "Nuovo " + n));
            case 5 -> inbox.add("new-" + n).patientSays("Buongiorno");
            default -> chat.patientSays("Domanda " + n);
        }
    }

    private static void retractSomething(Chat chat, Random random) {
        var target = chat.messages().get(random.nextInt(chat.messages().size()));
        if (!target.isRetracted()) {
            chat.step().retract(target, chat.scene.owner()).store();
        }
    }
}
