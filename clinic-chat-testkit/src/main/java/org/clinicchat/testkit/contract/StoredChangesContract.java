package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.ClinicId;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each change that a commit can hold is seen by every call that begins after it returned. */
public interface StoredChangesContract extends StorageUnderTest {

    /** A message comes back as it was, with its place, its time to the microsecond, and its files in their order. */
    @Test
    @Tag("CARE-7")
    default void aMessageComesBackAsItWas() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.step()
                .message(
                        scene.patient(),
                        "Ecco i referti",
                        AttachmentRef.of("zz-last"),
                        AttachmentRef.of("aa-first"),
                        AttachmentRef.of("zz-last"))
                .store();
        chat.step()
                .at(Instant.parse("2038-01-19T03:14:08.999999Z"))
                .message(scene.owner(), "Grazie")
                .store();
        chat.step()
                .message(scene.patient(), "", AttachmentRef.of("only-a-file"))
                .store();
        chat.assertStored();
        assertThat(chat.messages()).hasSize(3);
    }

    /** Who wrote and for whom are both kept. */
    @Test
    @Tag("SUB-3")
    default void authorAndOwnerAreBothKept() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Buongiorno");
        chat.says(scene.substitute(), "Sono il sostituto");
        chat.says(scene.host(), "Studio chiuso il 2 giugno");

        assertThat(chat.readAll(PATIENT).messages())
                .extracting(Message::authorship)
                .containsExactly(
                        Authorship.of(scene.patient()), Authorship.of(scene.substitute()), Authorship.of(scene.host()));
        assertThat(chat.readAll(PATIENT).messages())
                .extracting(Message::kind)
                .containsExactly(MessageKind.HUMAN, MessageKind.HUMAN, MessageKind.SYSTEM);
        chat.assertStored();
    }

    /** A retracted message has its retraction and keeps its text; place, preview and wait are as the change says. */
    @Test
    @Tag("CARE-6")
    default void aRetractionIsStoredBesideTheText() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.ownerSays("Mi dica");
        Message target = chat.patientSays("Paziente sbagliato");
        chat.says(scene.host(), "Promemoria");

        chat.step().retract(target, scene.substitute()).store();

        chat.assertStored();
        Message stored = chat.readAll(OWNER).messages().get(1);
        assertThat(stored.text()).isEqualTo("Paziente sbagliato");
        assertThat(stored.retraction())
                .hasValueSatisfying(
                        retraction -> assertThat(retraction.by()).isEqualTo(Authorship.of(scene.substitute())));
        assertThat(chat.head().awaitingReplySince()).isEmpty();
    }

    /** When all messages are retracted there is no preview and no wait. */
    @Test
    @Tag("CARE-6")
    default void thePreviewGoesWithTheLastMessage() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Uno");
        chat.patientSays("Due");
        chat.step().retract(chat.last(), scene.patient()).store();
        chat.assertStored();
        chat.step().retract(chat.messages().get(0), scene.patient()).store();
        chat.assertStored();
        assertThat(chat.head().preview()).isEmpty();
    }

    /** An automatic reply does not hide the words that it follows, neither as it comes nor when later ones are retracted. */
    @Test
    @Tag("INBOX-2")
    @Tag("CARE-6")
    default void thePreviewIsNeverAnAutomaticReply() {
        Scene scene = Scene.in(storage());
        var reply = AutoReply.NONE.saying("Torno lunedì").switchedOn();
        Chat chat = scene.chat();
        chat.step()
                .message(scene.patient(), "Buongiorno")
                .autoReply(reply.text(), reply.delivery())
                .store();
        assertThat(chat.head().preview()).map(Preview::text).contains("Buongiorno");
        Message second = chat.patientSays("C'è qualcuno?");
        chat.step().retract(second, scene.patient()).store();
        assertThat(chat.storedHead()).isEqualTo(chat.head());
        assertThat(chat.head().preview()).map(Preview::text).contains("Buongiorno");
    }

    /** Since when the patient waits is kept, and ends with a human answer alone. */
    @Test
    @Tag("READ-8")
    default void theWaitIsKept() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        Message first = chat.patientSays("Buongiorno");
        chat.patientSays("C'è qualcuno?");
        chat.says(scene.host(), "Studio chiuso");
        assertThat(chat.stored())
                .hasValueSatisfying(
                        state -> assertThat(state.head().awaitingReplySince()).contains(first.time()));
        chat.says(scene.substitute(), "Eccomi");
        assertThat(chat.stored())
                .hasValueSatisfying(
                        state -> assertThat(state.head().awaitingReplySince()).isEmpty());
        chat.assertStored();
    }

    /** Switching off and on is kept with who, when and why. */
    @Test
    @Tag("DIS-5")
    default void theAvailabilityIsKeptWithItsRecord() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Buongiorno");
        chat.setReader(OWNER, chat.open(OWNER, 10).after());

        chat.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.of("Toni offensivi 😡"))
                .store();
        chat.assertStored();
        AvailabilityState off = chat.storedHead().availability();
        assertThat(off.reason()).contains("Toni offensivi 😡");
        assertThat(off.by()).contains(OWNER);

        chat.step()
                .switchTo(Availability.ENABLED, scene.owner(), Optional.empty())
                .store();
        chat.assertStored();
        assertThat(chat.storedHead().availability().reason()).isEmpty();
    }

    /** A conversation may begin switched off. */
    @Test
    @Tag("DIS-1")
    default void switchingOffBeginsAConversation() {
        Scene scene = Scene.in(storage());
        Chat off = scene.chat(ROSSI, ANNA);
        Chat on = scene.chat(ROSSI, BRUNO).begun();
        off.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.empty())
                .store();
        off.assertStored();
        on.assertStored();
    }

    /** A sender's cursor rises to what he had seen, never falls, and the revision is not moved by it. */
    @Test
    @Tag("READ-7")
    @Tag("READ-2")
    default void whatASenderHadSeenRaisesHisCursor() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 1; i <= 5; i++) {
            chat.patientSays("Messaggio " + i);
        }
        chat.step().seen(OWNER, 3).message(scene.owner(), "Risposta").store();
        chat.assertStored();
        assertThat(chat.readAll(OWNER).after().cursor()).isEqualTo(3);

        chat.step().seen(OWNER, 2).message(scene.owner(), "Risposta").store();
        chat.assertStored();
        assertThat(chat.readAll(OWNER).after().cursor()).isEqualTo(3);
        assertThat(chat.readAll(PATIENT).after()).isEqualTo(chat.reader(PATIENT));
    }

    /** A conversation is found by its id in its clinic, and by no other. */
    @Test
    @Tag("CARE-1")
    default void aConversationIsFoundByItsId() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat().begun();
        assertThat(scene.conversations().find(scene.clinic, chat.id)).contains(chat.key);
        assertThat(scene.conversations().find(scene.clinic, ConversationId.of(Scene.fresh("chat"))))
                .isEmpty();
        assertThat(scene.conversations().find(ClinicId.of(Scene.fresh("clinic")), chat.id))
                .isEmpty();
    }
}
