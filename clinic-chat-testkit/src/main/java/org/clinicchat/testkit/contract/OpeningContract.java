package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.COLLEAGUE;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.util.List;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.Message;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Opening reads what is unseen, and in the same step marks as read what it gave, and nothing beyond (READ-5, READ-6). */
public interface OpeningContract extends StorageUnderTest {

    /** The cursor rises to the last message that was given; what did not fit stays unread. */
    @Test
    @Tag("READ-6")
    default void theCursorRisesToWhatWasGiven() {
        Chat chat = fivePatientMessages();
        assertOpens(chat, OWNER, 2, 2);
        assertOpens(chat, OWNER, 2, 4);
        assertOpens(chat, OWNER, 2, 5);
        assertOpens(chat, OWNER, 2, 5);
        chat.assertStored();
    }

    /** Own messages right above the cursor are skipped, those further up are given. */
    @Test
    @Tag("READ-6")
    default void ownMessagesAreSkippedAtTheStartAlone() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Uno");
        chat.ownerSays("Due");
        chat.patientSays("Tre");
        chat.ownerSays("Quattro");
        chat.patientSays("Cinque");
        assertThat(assertOpens(chat, OWNER, 2, 4).messages())
                .isEqualTo(chat.messages().subList(2, 4));
        assertThat(assertOpens(chat, OWNER, 9, 5).messages())
                .isEqualTo(chat.messages().subList(4, 5));
    }

    /** Where nothing of another's is above the cursor, the last messages are given and the cursor rises to the head. */
    @Test
    @Tag("READ-6")
    default void withNothingUnseenTheLastMessagesAreGiven() {
        Chat chat = fivePatientMessages();
        assertThat(assertOpens(chat, PATIENT, 2, 5).messages())
                .isEqualTo(chat.messages().subList(3, 5));
        assertThat(assertOpens(chat, PATIENT, 9, 5).messages()).isEqualTo(chat.messages());
    }

    /** A conversation without messages can be opened. */
    @Test
    @Tag("READ-6")
    default void aConversationWithoutMessagesCanBeOpened() {
        Chat chat = Scene.in(storage()).chat().begun();
        assertThat(assertOpens(chat, OWNER, 5, 0).messages()).isEmpty();
        chat.assertStored();
        chat.patientSays("Buongiorno");
        assertOpens(chat, OWNER, 5, 1);
    }

    /** Opening clears the mark, also where nothing is unread; the number of marks stays. */
    @Test
    @Tag("READ-5")
    default void openingClearsTheMark() {
        Chat chat = fivePatientMessages();
        chat.open(OWNER, 9);
        chat.markUnread(OWNER);
        MessageSlice slice = assertOpens(chat, OWNER, 9, 5);
        assertThat(slice.before()).isEqualTo(new ReadState(5, true, 1));
        assertThat(slice.after()).isEqualTo(new ReadState(5, false, 1));
        chat.assertStored();
    }

    /** Each reader has his own cursor and mark: a colleague's opening is nothing to the owner. */
    @Test
    @Tag("READ-1")
    @Tag("SUB-4")
    default void eachReaderHasHisOwnState() {
        Chat chat = fivePatientMessages();
        chat.markUnread(OWNER);
        assertOpens(chat, COLLEAGUE, 3, 3);
        assertThat(chat.readAll(OWNER).after()).isEqualTo(new ReadState(0, true, 1));
        assertThat(chat.readAll(COLLEAGUE).after()).isEqualTo(new ReadState(3, false, 0));
        assertThat(chat.readAll(PATIENT).after()).isEqualTo(ReadState.NONE);
    }

    /** Openings at once by one reader, at two nodes: every message is given to one of them at least, and the cursor ends at the last. */
    @Test
    @Tag("READ-6")
    @Tag("READ-2")
    default void openingsAtOnceLoseNothing() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 0; i < 20; i++) {
            chat.patientSays("Messaggio " + i);
        }
        var access = chat.access(OWNER);
        Storage other = otherNode();

        List<MessageSlice> slices = Race.of(
                Race.THREADS,
                i -> Answers.current(scene.at(other, i).conversations().open(access, 2)));

        long highest =
                slices.stream().mapToLong(slice -> slice.after().cursor()).max().orElseThrow();
        assertThat(chat.readAll(OWNER).after().cursor()).isEqualTo(highest);
        for (long seq = 1; seq <= highest; seq++) {
            var message = chat.messages().get((int) seq - 1);
            assertThat(slices).anyMatch(slice -> slice.messages().contains(message));
        }
        for (MessageSlice slice : slices) {
            assertThat(slice.messages())
                    .isEqualTo(Log.unseen(chat.messages(), OWNER, slice.before().cursor(), 2));
            assertThat(slice.after().cursor())
                    .isEqualTo(slice.messages().get(1).seq().value());
        }
    }

    /**
     * While others send, opening and marking leave nothing behind that was not given, but for the reader's own: what arrives
     * meanwhile stays unread. Each answer is of one moment.
     */
    @Test
    @Tag("READ-6")
    @Tag("READ-3")
    default void whatArrivesMeanwhileStaysUnread() {
        Chat chat = Scene.in(storage()).chat().begun();
        ConversationStore there = otherNode().conversations();
        Access access = chat.access(OWNER);
        List<MessageSlice> slices = Watching.of(
                1,
                80,
                n -> chat.says(n % 4 == 3 ? chat.scene.owner() : chat.scene.patient(), "Messaggio " + n),
                List.of(() -> openAndMark(there, access)));

        long cursor = chat.readAll(OWNER).after().cursor();
        assertThat(chat.messages().stream()
                        .filter(message -> message.seq().value() <= cursor && !Log.isBy(message, OWNER)))
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(slices).anyMatch(slice -> slice.messages().contains(message)));
        slices.forEach(slice -> assertOfOneMoment(slice, chat.messages()));
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).before()).isEqualTo(slices.get(i - 1).after());
        }
    }

    private static MessageSlice openAndMark(ConversationStore store, Access access) {
        MessageSlice slice = Answers.current(store.open(access, 5));
        long given = Log.end(slice.messages());
        Answers.current(store.markRead(access, given, slice.after().marks()));
        return slice;
    }

    private static void assertOfOneMoment(MessageSlice slice, List<Message> log) {
        List<Message> known = Log.before(log, slice.head().lastSeq() + 1, Integer.MAX_VALUE);
        long cursor = slice.before().cursor();
        boolean unseen =
                Log.after(known, cursor, Integer.MAX_VALUE).stream().anyMatch(message -> !Log.isBy(message, OWNER));
        assertThat(slice.messages()).isEqualTo(Log.unseen(known, OWNER, cursor, 5));
        assertThat(slice.after().cursor())
                .isEqualTo(unseen ? Log.end(slice.messages()) : Math.max(cursor, Log.end(known)));
        assertThat(slice.unread())
                .isEqualTo(Log.after(known, slice.after().cursor(), Integer.MAX_VALUE).stream()
                        .filter(message -> Log.isBy(message, PATIENT))
                        .count());
    }

    private static MessageSlice assertOpens(Chat chat, PersonRef reader, int limit, long cursor) {
        ReadState before = chat.reader(reader);
        MessageSlice peeked = chat.read(reader, new MessageRange.Unseen(limit));
        MessageSlice slice = chat.open(reader, limit);
        assertThat(slice.messages())
                .isEqualTo(peeked.messages())
                .isEqualTo(Log.unseen(chat.messages(), reader, before.cursor(), limit));
        assertThat(slice.before()).isEqualTo(before);
        assertThat(slice.after()).isEqualTo(new ReadState(cursor, false, before.marks()));
        assertThat(slice.head()).isEqualTo(chat.head());
        assertThat(slice.unread()).isEqualTo(chat.unread(reader));
        assertThat(chat.readAll(reader).before()).isEqualTo(slice.after());
        return slice;
    }

    private Chat fivePatientMessages() {
        Chat chat = Scene.in(storage()).chat();
        for (int i = 1; i <= 5; i++) {
            chat.patientSays("Messaggio " + i);
        }
        return chat;
    }
}
