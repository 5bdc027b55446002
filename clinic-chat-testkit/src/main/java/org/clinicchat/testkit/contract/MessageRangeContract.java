package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.util.List;
import org.clinicchat.message.Message;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which messages a read gives: in order, without a gap, at most as many as asked; it marks nothing. */
public interface MessageRangeContract extends StorageUnderTest {

    /** The first messages after a place, from 0 to beyond the end, at every limit. */
    @Test
    @Tag("CARE-7")
    default void messagesAfterAPlace() {
        Chat chat = sevenMessages();
        for (long seq = 0; seq <= 8; seq++) {
            for (int limit = 1; limit <= 8; limit++) {
                assertThat(chat.read(OWNER, new MessageRange.After(seq, limit)).messages())
                        .isEqualTo(Log.after(chat.messages(), seq, limit));
            }
        }
    }

    /** The last messages before a place, from 0 to beyond the end, at every limit, in ascending order. */
    @Test
    @Tag("CARE-7")
    default void messagesBeforeAPlace() {
        Chat chat = sevenMessages();
        for (long seq = 0; seq <= 9; seq++) {
            for (int limit = 1; limit <= 8; limit++) {
                assertThat(chat.read(OWNER, new MessageRange.Before(seq, limit)).messages())
                        .isEqualTo(Log.before(chat.messages(), seq, limit));
            }
        }
    }

    /** The greatest places and limits are places and limits like others. */
    @Test
    @Tag("SAFE-6")
    default void theGreatestPlacesAndLimits() {
        Chat chat = sevenMessages();
        List<Message> all = chat.messages();
        assertThat(chat.read(OWNER, new MessageRange.After(Long.MAX_VALUE, 500)).messages())
                .isEmpty();
        assertThat(chat.read(OWNER, new MessageRange.Before(Long.MAX_VALUE, 3)).messages())
                .isEqualTo(all.subList(4, 7));
        assertThat(chat.read(OWNER, new MessageRange.After(0, Integer.MAX_VALUE))
                        .messages())
                .isEqualTo(all);
        assertThat(chat.read(OWNER, new MessageRange.Before(8, Integer.MAX_VALUE))
                        .messages())
                .isEqualTo(all);
        assertThat(chat.read(OWNER, new MessageRange.Unseen(Integer.MAX_VALUE)).messages())
                .isEqualTo(Log.unseen(all, OWNER, 0, Integer.MAX_VALUE));
    }

    /** What opening would show, for readers of both sides, at every cursor and limit. */
    @Test
    @Tag("READ-6")
    default void messagesFromTheFirstUnseenOne() {
        Chat chat = sevenMessages();
        for (long cursor = 0; cursor <= 7; cursor++) {
            for (PersonRef reader : List.of(OWNER, COLLEAGUE, PATIENT)) {
                chat.markRead(reader, cursor, 0);
                for (int limit : new int[] {1, 2, 3, 7, 8}) {
                    assertThat(chat.read(reader, new MessageRange.Unseen(limit)).messages())
                            .isEqualTo(Log.unseen(chat.messages(), reader, cursor, limit));
                }
            }
        }
    }

    /** Retracted messages keep their place, and come with their text. */
    @Test
    @Tag("CARE-6")
    default void retractedMessagesKeepTheirPlace() {
        Chat chat = sevenMessages();
        chat.step().retract(chat.messages().get(2), chat.scene.owner()).store();
        chat.step().retract(chat.messages().get(6), chat.scene.owner()).store();
        assertThat(chat.read(OWNER, new MessageRange.After(1, 3)).messages())
                .isEqualTo(chat.messages().subList(1, 4));
        assertThat(chat.read(OWNER, new MessageRange.Before(8, 2)).messages())
                .isEqualTo(chat.messages().subList(5, 7));
        assertThat(chat.read(PATIENT, new MessageRange.Unseen(4)).messages())
                .isEqualTo(Log.unseen(chat.messages(), PATIENT, 0, 4));
    }

    /** A conversation without messages gives none, for every range. */
    @Test
    @Tag("CARE-7")
    default void aConversationWithoutMessagesGivesNone() {
        Chat chat = Scene.in(storage()).chat().begun();
        for (MessageRange range :
                List.of(new MessageRange.After(0, 5), new MessageRange.Before(9, 5), new MessageRange.Unseen(5))) {
            MessageSlice slice = chat.read(PATIENT, range);
            assertThat(slice.messages()).isEmpty();
            assertThat(slice.head()).isEqualTo(chat.head());
        }
    }

    /** No read marks anything. */
    @Test
    @Tag("READ-6")
    default void readingMarksNothing() {
        Chat chat = sevenMessages();
        chat.markRead(OWNER, 2, 0);
        chat.markUnread(OWNER);
        for (MessageRange range :
                List.of(new MessageRange.After(0, 5), new MessageRange.Before(9, 5), new MessageRange.Unseen(5))) {
            MessageSlice slice = chat.read(OWNER, range);
            assertThat(slice.before()).isEqualTo(chat.reader(OWNER));
            assertThat(slice.after()).isEqualTo(chat.reader(OWNER));
        }
        chat.assertStored();
        assertThat(chat.reader(OWNER).markedUnread()).isTrue();
    }

    private Chat sevenMessages() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        List<Actor> authors = List.of(
                scene.owner(),
                scene.patient(),
                scene.substitute(),
                scene.owner(),
                scene.host(),
                scene.patient(),
                scene.patient());
        authors.forEach(
                author -> chat.says(author, "Messaggio di " + author.self().role()));
        return chat;
    }
}
