package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.message.Message;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers against writers: the log only grows at its end, and no reader sees a part of a commit (CARE-7). */
public interface LogOrderContract extends StorageUnderTest {

    /** Once a message is seen nothing below it appears; what a reader sees is always a beginning of the final log. */
    @Test
    @Tag("CARE-7")
    default void onceAMessageIsSeenNothingBelowItAppears() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        Access access = chat.access(OWNER);
        List<MessageSlice> slices = whileWriting(
                chat,
                chat.at(otherNode()),
                node -> Answers.current(node.conversations().read(access, new MessageRange.After(0, 1_000))));

        List<Message> log = chat.readAll(OWNER).messages();
        assertThat(log).hasSize(WRITERS * WRITES * 2);
        assertThat(slices).isNotEmpty();
        for (MessageSlice slice : slices) {
            int seen = slice.messages().size();
            assertThat(slice.messages()).isEqualTo(log.subList(0, seen));
            assertThat(slice.head().lastSeq()).isEqualTo(seen);
            assertThat(slice.head().revision()).isEqualTo(seen);
            assertThat(seen % 2)
                    .as("two messages of one commit are seen together")
                    .isZero();
            assertThat(slice.unread()).isEqualTo(seen / 2);
        }
    }

    /** The same of events. */
    @Test
    @Tag("CARE-7")
    @Tag("LIVE-1")
    default void onceAnEventIsSeenNothingBelowItAppears() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        Access access = chat.access(OWNER);
        List<EventSlice> slices = whileWriting(
                chat,
                chat.at(otherNode()),
                node -> Answers.current(node.conversations().eventsAfter(access, 0, 1_000)));

        List<ConversationEvent> log = Answers.current(scene.conversations().eventsAfter(access, 0, 1_000))
                .events();
        assertThat(log).hasSize(WRITERS * WRITES * 2);
        for (EventSlice slice : slices) {
            assertThat(slice.events()).isEqualTo(log.subList(0, slice.events().size()));
            assertThat(slice.revision()).isEqualTo(slice.events().size()).isEven();
        }
    }

    /** What a commit has stored is seen by every call that begins after it returned, at any node. */
    @Test
    @Tag("CARE-7")
    default void whatIsCommittedIsSeenAtOnce() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        Access access = chat.access(OWNER);
        List<Chat> nodes = List.of(chat, chat.at(otherNode()));
        List<Boolean> seen = Race.of(WRITERS, i -> {
            boolean all = true;
            for (int n = 0; n < WRITES; n++) {
                Message message = write(nodes.get((i + n) % 2));
                Answer<MessageSlice> answer = nodes.get((i + n + 1) % 2)
                        .scene
                        .conversations()
                        .read(access, new MessageRange.After(message.seq().value() - 1, 1));
                all &= Answers.current(answer).messages().equals(List.of(message));
            }
            return all;
        });
        assertThat(seen).containsOnly(true);
        assertThat(chat.storedHead().lastSeq()).isEqualTo(WRITERS * WRITES * 2);
    }

    /** How many threads write. */
    int WRITERS = 3;

    /** How many commits each writer stores. */
    int WRITES = 15;

    /** What was read at both nodes while others wrote at both. */
    private <T> List<T> whileWriting(Chat chat, Chat there, Function<Scene, T> read) {
        List<Chat> nodes = List.of(chat, there);
        return Watching.of(
                WRITERS,
                WRITES,
                n -> write(nodes.get(n % 2)),
                nodes.stream()
                        .<Callable<T>>map(node -> () -> read.apply(node.scene))
                        .toList());
    }

    /** Stores a patient's message and a reply in one commit, as soon as no other thread is faster. */
    private static Message write(Chat chat) {
        Scene scene = chat.scene;
        AutoReply reply = AutoReply.NONE.saying(Scene.fresh("Torno lunedì")).switchedOn();
        long version = scene.version(ROSSI);
        for (int attempt = 0; attempt <= WRITERS * WRITES; attempt++) {
            Step step = new Step(chat, chat.stored())
                    .message(scene.patient(), "Buongiorno")
                    .autoReply(reply.text(), reply.delivery());
            if (chat.answer(step.commit(version)) instanceof CommitAnswer.Committed) {
                return step.messages().get(0);
            }
        }
        throw new AssertionError("a commit was stale more often than others committed");
    }
}
