package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.util.List;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Marking as read and as unread, by hand (READ-2, READ-4, READ-5). */
public interface MarkingContract extends StorageUnderTest {

    /** The cursor only rises, and never beyond the head, even if a place beyond it should come. */
    @Test
    @Tag("READ-2")
    default void theCursorOnlyRises() {
        Chat chat = fourPatientMessages();
        assertMarksRead(chat, 3, ReadState.NO_TICKET, 3);
        assertMarksRead(chat, 1, ReadState.NO_TICKET, 3);
        assertMarksRead(chat, 0, ReadState.NO_TICKET, 3);
        assertMarksRead(chat, Long.MAX_VALUE, ReadState.NO_TICKET, 4);
        chat.patientSays("Ancora uno");
        assertThat(chat.readAll(OWNER).unread()).isEqualTo(1);
    }

    /** A mark stays until a view that was opened after it is marked as read; cursor and count are not touched by it. */
    @Test
    @Tag("READ-4")
    @Tag("READ-5")
    default void aMarkGoesWithACurrentTicketAlone() {
        Chat chat = fourPatientMessages();
        chat.open(OWNER, 3);
        assertThat(chat.markUnread(OWNER)).isEqualTo(new ReadState(3, true, 1));
        assertThat(chat.readAll(OWNER).unread()).isEqualTo(1);

        assertMarksRead(chat, 4, 0, 4);
        assertThat(chat.reader(OWNER).markedUnread()).isTrue();
        assertMarksRead(chat, 4, ReadState.NO_TICKET, 4);
        assertMarksRead(chat, 4, 2, 4);
        assertThat(chat.reader(OWNER).markedUnread()).isTrue();

        assertMarksRead(chat, 4, 1, 4);
        assertThat(chat.reader(OWNER).markedUnread()).isFalse();
        assertThat(chat.markUnread(OWNER)).isEqualTo(new ReadState(4, true, 2));
    }

    /** Marking what is marked changes nothing. */
    @Test
    @Tag("READ-4")
    default void markingTwiceIsMarkingOnce() {
        Chat chat = fourPatientMessages();
        assertThat(chat.markUnread(OWNER)).isEqualTo(new ReadState(0, true, 1));
        assertThat(chat.markUnread(OWNER)).isEqualTo(new ReadState(0, true, 1));
        chat.assertStored();
    }

    /** New messages and switching off leave a mark as it is. */
    @Test
    @Tag("READ-5")
    default void aNewMessageLeavesTheMark() {
        Chat chat = fourPatientMessages();
        chat.markUnread(OWNER);
        chat.patientSays("Nuovo");
        chat.ownerSays("Risposta");
        chat.assertStored();
        assertThat(chat.readAll(OWNER).after().markedUnread()).isTrue();
    }

    /** What one reader marks is nothing to others, also on one side. */
    @Test
    @Tag("READ-1")
    default void marksAreOfOneReader() {
        Chat chat = fourPatientMessages();
        chat.markUnread(COLLEAGUE);
        chat.markRead(OWNER, 2, ReadState.NO_TICKET);
        for (PersonRef reader : List.of(OWNER, COLLEAGUE, PATIENT)) {
            assertThat(chat.readAll(reader).after()).isEqualTo(chat.reader(reader));
        }
        assertThat(chat.reader(COLLEAGUE)).isEqualTo(new ReadState(0, true, 1));
    }

    /** Reads at once, at two nodes, end at the highest; no one is told less than he marked. */
    @Test
    @Tag("READ-2")
    default void readsAtOnceEndAtTheHighest() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 0; i < Race.THREADS; i++) {
            chat.patientSays("Messaggio " + i);
        }
        var access = chat.access(OWNER);

        Storage other = otherNode();
        List<ReadState> states = Race.of(
                Race.THREADS,
                i -> Answers.current(scene.at(other, i).conversations().markRead(access, i + 1, ReadState.NO_TICKET)));

        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i).cursor()).isBetween(i + 1L, (long) Race.THREADS);
        }
        assertThat(chat.readAll(OWNER).after()).isEqualTo(new ReadState(Race.THREADS, false, 0));
    }

    /** Marks at once, at two nodes, count as one. */
    @Test
    @Tag("READ-4")
    default void marksAtOnceCountAsOne() {
        Chat chat = fourPatientMessages();
        var access = chat.access(OWNER);
        Storage other = otherNode();
        List<ReadState> states = Race.of(
                Race.THREADS,
                i -> Answers.current(chat.scene.at(other, i).conversations().markUnread(access)));
        assertThat(states).containsOnly(new ReadState(0, true, 1));
        assertThat(chat.readAll(OWNER).after()).isEqualTo(new ReadState(0, true, 1));
    }

    private static void assertMarksRead(Chat chat, long seq, long ticketMarks, long cursor) {
        assertThat(chat.markRead(OWNER, seq, ticketMarks)).isEqualTo(chat.reader(OWNER));
        assertThat(chat.reader(OWNER).cursor()).isEqualTo(cursor);
        chat.assertStored();
    }

    private Chat fourPatientMessages() {
        Chat chat = Scene.in(storage()).chat();
        for (int i = 1; i <= 4; i++) {
            chat.patientSays("Messaggio " + i);
        }
        return chat;
    }
}
