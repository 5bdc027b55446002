package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * With two clinics every answer is that of a world without the other, also where all their ids are the same: of people,
 * conversations, groups and sends (SAFE-2). Each test changes one clinic, sees that it changed, and that every answer of the
 * other is what it was.
 */
public interface ClinicIsolationContract extends StorageUnderTest {

    /** Commits: beginning, sending, retracting, switching, seeing. */
    @Test
    @Tag("SAFE-2")
    default void commitsStayInTheirClinic() {
        assertStaysInItsClinic(chat -> chat.patientSays("Ancora uno"));
        assertStaysInItsClinic(chat -> chat.step()
                .retract(chat.messages().get(0), chat.scene.patient())
                .store());
        assertStaysInItsClinic(chat -> chat.step()
                .switchTo(Availability.DISABLED, chat.scene.owner(), Optional.of("Motivo"))
                .store());
        assertStaysInItsClinic(chat ->
                chat.step().seen(OWNER, 1).message(chat.scene.owner(), "Letto").store());
        assertStaysInItsClinic(chat ->
                new Chat(chat.scene, chat.scene.key(ROSSI, BRUNO), ConversationId.of("same-chat-of-bruno")).begun());
    }

    /** The same client message id in two clinics is two ids. */
    @Test
    @Tag("SAFE-2")
    @Tag("CARE-8")
    default void clientMessageIdsStayInTheirClinic() {
        assertStaysInItsClinic(chat -> chat.step()
                .message(chat.scene.patient(), ClientMessageId.of("same-id"), "Testo")
                .store());
        Storage storage = storage();
        ClientMessageId id = ClientMessageId.of("same-id");
        for (int i = 0; i < 2; i++) {
            Scene scene = Scene.in(storage);
            Chat chat = scene.chat();
            chat.step().message(scene.patient(), id, "Testo " + i).store();
            chat.assertStored();
            CommitAnswer again = chat.answer(
                    chat.step().message(scene.patient(), id, "Testo").commit());
            assertThat(Answers.duplicate(again).prior().message()).isEqualTo(chat.last());
        }
    }

    /** Read state. */
    @Test
    @Tag("SAFE-2")
    default void readStateStaysInItsClinic() {
        assertStaysInItsClinic(chat -> chat.open(OWNER, 1));
        assertStaysInItsClinic(chat -> chat.markRead(OWNER, 2, ReadState.NO_TICKET));
        assertStaysInItsClinic(chat -> chat.markUnread(OWNER));
        assertStaysInItsClinic(chat -> chat.markUnread(PATIENT));
    }

    /** Practices and their versions. */
    @Test
    @Tag("SAFE-2")
    default void practicesStayInTheirClinic() {
        assertStaysInItsClinic(chat -> chat.scene.movePractice());
        assertStaysInItsClinic(chat -> chat.scene.replace(
                chat.scene.practice(ROSSI).with(AutoReply.NONE.saying("Torno").switchedOn())));
        assertStaysInItsClinic(chat -> chat.scene.add(Scene.VERDI));
    }

    /** Profiles, groups, links and permissions. */
    @Test
    @Tag("SAFE-2")
    default void theDirectoryStaysInItsClinic() {
        assertStaysInItsClinic(chat -> chat.scene.put(PatientProfile.of(ANNA, "Zoe", "Zanetti")));
        assertStaysInItsClinic(chat -> chat.scene.putGroup(GROUP, ROSSI));
        assertStaysInItsClinic(chat -> chat.scene.removeGroup(GROUP));
        assertStaysInItsClinic(chat -> chat.scene.link(BIANCHI, ANNA, true));
        assertStaysInItsClinic(chat -> chat.scene.permit(ROSSI, ANNA, false));
    }

    /** Audit records, their numbers and their counts. */
    @Test
    @Tag("SAFE-2")
    default void theAuditStaysInItsClinic() {
        assertStaysInItsClinic(chat -> chat.scene
                .storage
                .audit()
                .refused(AuditRecord.refused(
                        RefusalCode.NOT_FOUND, chat.scene.patient(), Optional.empty(), AuditStoreContract.MINUTE)));
    }

    /** Many threads in two clinics with the same ids: each clinic ends as if it were alone. */
    @Test
    @Tag("SAFE-2")
    default void clinicsAtOnceDisturbEachOtherInNothing() {
        Storage storage = storage();
        List<Chat> chats =
                List.of(EveryAnswer.sameIds(Scene.empty(storage)), EveryAnswer.sameIds(Scene.empty(storage)));
        List<Integer> sent = Race.of(2, i -> {
            for (int n = 0; n < 20; n++) {
                chats.get(i)
                        .step()
                        .message(chats.get(i).scene.patient(), ClientMessageId.of("send-" + n), "Testo " + n)
                        .store();
                chats.get(i).markRead(OWNER, n, ReadState.NO_TICKET);
            }
            return 20;
        });
        assertThat(sent).containsExactly(20, 20);
        chats.forEach(Chat::assertStored);
        assertThat(EveryAnswer.of(chats.get(0)).audit())
                .hasSameSizeAs(EveryAnswer.of(chats.get(1)).audit());
        chats.forEach(chat -> assertThat(chat.readAll(OWNER).unread()).isEqualTo(chat.unread(OWNER)));
    }

    private void assertStaysInItsClinic(Consumer<Chat> change) {
        Storage storage = storage();
        Chat here = EveryAnswer.sameIds(Scene.empty(storage));
        Chat there = EveryAnswer.sameIds(Scene.empty(storage));
        EveryAnswer hereBefore = EveryAnswer.of(here);
        EveryAnswer thereBefore = EveryAnswer.of(there);

        change.accept(here);

        assertThat(EveryAnswer.of(here)).as("the change is seen in its clinic").isNotEqualTo(hereBefore);
        assertThat(EveryAnswer.of(there))
                .as("nothing changed in the other clinic")
                .isEqualTo(thereBefore);
    }
}
