package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link org.clinicchat.port.ConversationStore#retractionFacts} says of the log without the message. */
public interface RetractionFactsContract extends StorageUnderTest {

    /** The log without a message, for each message of a log with both sides, notices and retractions. */
    @Test
    @Tag("CARE-6")
    default void theLogIsDescribedWithoutTheMessage() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        Random random = new Random(6);
        List<Actor> authors =
                List.of(scene.patient(), scene.patient(), scene.owner(), scene.substitute(), scene.host());
        for (int i = 0; i < 24; i++) {
            chat.says(authors.get(random.nextInt(authors.size())), "Messaggio " + i);
            if (i % 4 == 3) {
                Message target = chat.messages().get(random.nextInt(i + 1));
                if (!target.isRetracted()) {
                    chat.step().retract(target, scene.owner()).store();
                }
                assertFacts(chat);
            }
        }
    }

    /** An automatic reply ends no wait, and is never the newest message that lists show. */
    @Test
    @Tag("READ-8")
    default void anAutomaticReplyEndsNoWait() {
        Scene scene = Scene.in(storage());
        var reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        Chat chat = scene.chat();
        chat.step()
                .message(scene.patient(), "Buongiorno")
                .autoReply(reply.text(), reply.delivery())
                .store();
        chat.patientSays("C'è qualcuno?");
        assertFacts(chat);
    }

    /** There is no target where the conversation has no such message: unknown, or of another conversation. */
    @Test
    @Tag("SAFE-1")
    default void aMessageOfAnotherConversationIsNone() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        Message mine = chat.patientSays("Mia");
        Chat other = scene.chat(ROSSI, BRUNO);
        Message foreign = other.patientSays("Altrui");

        assertThat(facts(chat, mine.id()).target()).contains(mine);
        assertThat(facts(chat, foreign.id()).target()).isEmpty();
        assertThat(facts(chat, MessageId.of(Scene.fresh("msg"))).target()).isEmpty();
    }

    private static void assertFacts(Chat chat) {
        for (Message message : chat.messages()) {
            List<Message> others = Log.without(chat.messages(), message.id());
            assertThat(facts(chat, message.id()))
                    .isEqualTo(new RetractionFacts(
                            Optional.of(message), Log.newestShown(others), Log.waitingSince(others)));
        }
    }

    private static RetractionFacts facts(Chat chat, MessageId message) {
        return Answers.current(chat.scene.conversations().retractionFacts(chat.access(PersonRef.of(ROSSI)), message));
    }
}
