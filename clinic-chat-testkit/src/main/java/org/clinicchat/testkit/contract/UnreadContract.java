package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.util.List;
import java.util.Random;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.Message;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Unread counts always equal a recount over the log (READ-3). */
public interface UnreadContract extends StorageUnderTest {

    /** The other side's messages above the cursor count; own ones, one's side's and notices do not. */
    @Test
    @Tag("READ-3")
    default void theOtherSidesMessagesCount() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Uno");
        chat.patientSays("Due");
        chat.ownerSays("Tre");
        chat.says(scene.substitute(), "Quattro");
        chat.says(scene.substitute(), "Cinque");
        chat.says(scene.host(), "Avviso");
        assertThat(chat.readAll(OWNER).unread()).isEqualTo(2);
        assertThat(chat.readAll(COLLEAGUE).unread()).isEqualTo(2);
        assertThat(chat.readAll(PATIENT).unread()).isEqualTo(3);
    }

    /** A retraction above the cursor lowers the count once; at or below the cursor it changes nothing. */
    @Test
    @Tag("READ-3")
    @Tag("CARE-6")
    default void aRetractionLowersTheCountOnceAndAboveTheCursorAlone() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 1; i <= 5; i++) {
            chat.patientSays("Messaggio " + i);
        }
        chat.markRead(OWNER, 3, ReadState.NO_TICKET);
        assertUnread(chat, 2);
        retract(chat, 3);
        assertUnread(chat, 2);
        retract(chat, 1);
        assertUnread(chat, 2);
        retract(chat, 5);
        assertUnread(chat, 1);
        chat.markRead(OWNER, 4, ReadState.NO_TICKET);
        assertUnread(chat, 0);
        chat.markRead(OWNER, 5, ReadState.NO_TICKET);
        assertUnread(chat, 0);
        chat.patientSays("Ancora uno");
        assertUnread(chat, 1);
    }

    /** An automatic reply is unread for the patient, and never for the practice. */
    @Test
    @Tag("AUTO-6")
    default void anAutomaticReplyIsUnreadForThePatient() {
        Scene scene = Scene.in(storage());
        var reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        Chat chat = scene.chat();
        chat.step()
                .message(scene.patient(), "Buongiorno")
                .autoReply(reply.text(), reply.delivery())
                .store();
        assertThat(chat.readAll(PATIENT).unread()).isEqualTo(1);
        assertThat(chat.readAll(OWNER).unread()).isEqualTo(1);
        chat.markRead(OWNER, 1, ReadState.NO_TICKET);
        assertThat(chat.readAll(OWNER).unread()).isZero();
    }

    /** Over a long random history every reader's count equals a recount after every step. */
    @Test
    @Tag("READ-3")
    default void theCountEqualsARecount() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        Random random = new Random(3);
        List<Actor> authors =
                List.of(scene.patient(), scene.patient(), scene.owner(), scene.substitute(), scene.host());
        List<PersonRef> readers = List.of(OWNER, COLLEAGUE, PATIENT);
        chat.patientSays("Primo");
        for (int i = 0; i < 80; i++) {
            PersonRef reader = readers.get(random.nextInt(readers.size()));
            int size = chat.messages().size();
            switch (random.nextInt(8)) {
                case 0 -> retract(chat, 1 + random.nextInt(size));
                case 1 -> chat.open(reader, 1 + random.nextInt(4));
                case 2 -> chat.markRead(reader, random.nextInt(size + 2), ReadState.NO_TICKET);
                case 3 -> chat.markUnread(reader);
                default -> chat.says(authors.get(random.nextInt(authors.size())), "Messaggio " + i);
            }
            for (PersonRef each : readers) {
                MessageSlice slice = chat.readAll(each);
                assertThat(slice.unread()).isEqualTo(chat.unread(each)).isNotNegative();
                assertThat(slice.after()).isEqualTo(chat.reader(each));
            }
        }
    }

    /** The other side's cursor is the highest of anybody there. */
    @Test
    @Tag("READ-9")
    default void theOtherSidesCursorIsItsHighest() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 1; i <= 5; i++) {
            chat.patientSays("Messaggio " + i);
        }
        assertOtherSide(chat, PATIENT, 0);
        assertOtherSide(chat, OWNER, 0);
        chat.markRead(OWNER, 2, ReadState.NO_TICKET);
        assertOtherSide(chat, PATIENT, 2);
        chat.markRead(COLLEAGUE, 4, ReadState.NO_TICKET);
        assertOtherSide(chat, PATIENT, 4);
        chat.markRead(OWNER, 3, ReadState.NO_TICKET);
        assertOtherSide(chat, PATIENT, 4);
        assertOtherSide(chat, OWNER, 0);
        chat.markRead(PATIENT, 5, ReadState.NO_TICKET);
        assertOtherSide(chat, OWNER, 5);
        assertOtherSide(chat, COLLEAGUE, 5);
        chat.step().seen(OWNER, 5).message(scene.owner(), "Letto").store();
        assertOtherSide(chat, PATIENT, 5);
    }

    private static void assertOtherSide(Chat chat, PersonRef reader, long cursor) {
        assertThat(chat.readAll(reader).otherSideCursor()).isEqualTo(cursor);
    }

    private static void assertUnread(Chat chat, long unread) {
        assertThat(chat.unread(OWNER)).isEqualTo(unread);
        assertThat(chat.readAll(OWNER).unread()).isEqualTo(unread);
    }

    private static void retract(Chat chat, int seq) {
        Message target = chat.messages().get(seq - 1);
        if (!target.isRetracted()) {
            chat.step().retract(target, chat.scene.owner()).store();
        }
    }
}
