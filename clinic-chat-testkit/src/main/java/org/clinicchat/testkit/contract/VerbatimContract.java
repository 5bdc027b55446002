package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Texts come back to the code point, and ids are compared byte by byte: nothing is trimmed, folded, normalised or cut. A text
 * may have every Unicode character but the control characters that the rules refuse; U+0000 is never given.
 */
public interface VerbatimContract extends StorageUnderTest {

    /** Texts that databases are known to change. */
    List<String> TEXTS = List.of(
            "plain",
            "  spaces before and after  ",
            "trailing line break\n",
            "\r\nline\rbreaks\n\n",
            "é composed",
            "e\u0301 decomposed",
            "😀 𝒜 𐍈 astral, 👩\u200d⚕️ joined, 🇮🇹 flags",
            "עברית \u202eand\u202c العربية",
            "ﬁ ligature, Å ångström sign, \u00a0no-break, \u3000wide space",
            "'; DROP TABLE message; -- \" ` \\ \\n \\0 \\u0000 % _ ? ? {} $1 :name ${x}",
            "\ufeffbyte order mark, \ufffd replacement, \ue000 private, \uffff and \udbff\udfff nobody's",
            "ß ẞ ı İ ǆ Σςσ",
            "<b>&amp;</b>",
            "NULL",
            "0",
            "\u200b");

    /** Ids of FHIR's form that differ for a computer and look alike to a database. */
    List<String> IDS = List.of(
            "p1",
            "P1",
            "p-1",
            "p.1",
            "p1.",
            "p1-",
            ".p1",
            "-p1",
            "p01",
            "1",
            "01",
            "1.0",
            "1e0",
            "null",
            "NULL",
            "x".repeat(64),
            "x".repeat(63) + "X");

    /** A message's text, alone and beside files. */
    @Test
    @Tag("CARE-5")
    default void textsComeBackToTheCodePoint() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (String text : TEXTS) {
            chat.step()
                    .message(scene.patient(), text, AttachmentRef.of("file-1"))
                    .store();
        }
        assertThat(chat.readAll(OWNER).messages()).extracting(Message::text).isEqualTo(TEXTS);
        chat.assertStored();
    }

    /** The longest text that the limits allow, of the widest characters. */
    @Test
    @Tag("CARE-5")
    default void theLongestTextComesBack() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        String longest = "😀".repeat(9_999) + "\n";
        chat.patientSays(longest);
        assertThat(chat.readAll(OWNER).messages()).extracting(Message::text).containsExactly(longest);
        assertThat(chat.stored()).isEqualTo(chat.state());
    }

    /** The reason of a disabling, at its longest too, and the automatic reply's text. */
    @Test
    @Tag("DIS-5")
    @Tag("AUTO-4")
    default void reasonsAndRepliesComeBackToTheCodePoint() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (String text : TEXTS) {
            chat.step()
                    .switchTo(Availability.DISABLED, scene.owner(), Optional.of(text))
                    .store();
            assertThat(chat.stored()).isEqualTo(chat.state());
            scene.replace(scene.practice(ROSSI).with(AutoReply.NONE.saying(text + ".")));
            assertThat(scene.practice(ROSSI).autoReply().text()).isEqualTo(text + ".");
        }
        chat.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.of("😀".repeat(500)))
                .store();
        assertThat(chat.stored()).isEqualTo(chat.state());
        AutoReply longest = AutoReply.NONE.saying("😀".repeat(10_000));
        scene.replace(scene.practice(ROSSI).with(longest));
        assertThat(scene.practice(ROSSI).autoReply()).isEqualTo(longest);
    }

    /** Names and identifiers of a profile, at their longest too. */
    @Test
    @Tag("INBOX-2")
    default void profilesComeBackToTheCodePoint() {
        Scene scene = Scene.in(storage());
        for (String name : List.of("  D'Amico ", "Nicolò", "Nicolo\u0300", "李", "😀".repeat(127), "%", "")) {
            PatientProfile profile = PatientProfile.of(ANNA, name, name + "x")
                    .with("http://hl7.it/sid/codiceFiscale", "NNABCH80A41H501X")
                    .with("urn:two", " b ")
                    .with("urn:one", "a");
            scene.put(profile);
            assertThat(scene.storage.directory().patient(scene.clinic, ANNA)).contains(profile);
        }
    }

    /** Patients and practitioners with ids that look alike are different people in every respect. */
    @Test
    @Tag("SAFE-1")
    default void idsOfPeopleAreComparedByteByByte() {
        Scene scene = Scene.empty(storage());
        for (String id : IDS) {
            PractitionerId practitioner = PractitionerId.of(id);
            PatientId patient = PatientId.of(id);
            assertThat(scene.storage
                            .practices()
                            .facts(scene.clinic, practitioner, practitioner)
                            .practice())
                    .isEmpty();
            assertThat(scene.storage.directory().patient(scene.clinic, patient)).isEmpty();
            scene.add(practitioner);
            scene.put(PatientProfile.of(patient, "Anna", id));
        }
        List<Chat> chats = IDS.stream()
                .map(id -> scene.chat(PractitionerId.of(id), PatientId.of(id)).begun())
                .toList();
        for (Chat chat : chats) {
            chat.assertStored();
            assertThat(scene.storage.directory().patient(scene.clinic, chat.key.patient()))
                    .hasValueSatisfying(profile -> assertThat(profile.familyName())
                            .isEqualTo(chat.key.patient().value()));
            assertThat(scene.storage.inboxes().positions(scene.clinic, chat.key.patient()))
                    .containsExactly(new ConversationPosition(chat.key, 0));
            assertThat(scene.storage.inboxes().positions(scene.clinic, chat.key.practitioner()))
                    .containsExactly(new ConversationPosition(chat.key, 0));
        }
    }

    /** Readers with ids that look alike have each their own state. */
    @Test
    @Tag("READ-1")
    default void idsOfReadersAreComparedByteByByte() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (int i = 0; i <= IDS.size(); i++) {
            chat.patientSays("Messaggio " + i);
        }
        for (int i = 0; i < IDS.size(); i++) {
            PersonRef reader = PersonRef.of(PractitionerId.of(IDS.get(i)));
            assertThat(chat.readAll(reader).after()).isEqualTo(ReadState.NONE);
            assertThat(chat.markRead(reader, i + 1, ReadState.NO_TICKET)).isEqualTo(new ReadState(i + 1, false, 0));
            PersonRef patient = PersonRef.of(PatientId.of(IDS.get(i)));
            assertThat(chat.readAll(patient).after()).isEqualTo(ReadState.NONE);
        }
    }

    /** Conversation ids that look alike are different conversations. */
    @Test
    @Tag("SAFE-1")
    default void idsOfConversationsAreComparedByteByByte() {
        Scene scene = Scene.in(storage());
        List<String> ids = List.of("abcdefghijklmnop", "ABCDEFGHIJKLMNOP", "abcdefghijklmno_", "abcdefghijklmno-");
        Set<ConversationKey> found = new HashSet<>();
        for (String id : ids) {
            ConversationId conversation = ConversationId.of(id);
            assertThat(scene.conversations().find(scene.clinic, conversation)).isEmpty();
            PatientId patient = PatientId.of("of-" + found.size());
            new Chat(scene, scene.key(ROSSI, patient), conversation).begun().assertStored();
            scene.conversations().find(scene.clinic, conversation).ifPresent(found::add);
        }
        assertThat(found).hasSize(ids.size());
    }

    /** Clinics with ids that look alike are different clinics. */
    @Test
    @Tag("SAFE-2")
    default void idsOfClinicsAreComparedByteByByte() {
        Storage storage = storage();
        String unique = Scene.fresh("clinic").substring(0, 40);
        for (String id : List.of(unique + "a", unique + "A", unique + "a.", unique + "a-")) {
            Scene scene = new Scene(storage, ClinicId.of(id));
            assertThat(scene.audit()).isEmpty();
            assertThat(storage.practices().facts(scene.clinic, ROSSI, ROSSI).practice())
                    .isEmpty();
            scene.add(ROSSI);
            scene.chat().begun().assertStored();
            scene.put(PatientProfile.of(ANNA, "Anna", id));
            assertThat(scene.audit()).hasSize(1);
        }
    }
}
