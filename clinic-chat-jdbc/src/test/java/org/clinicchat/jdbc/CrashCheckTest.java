package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the crash campaign find what they look for: each planted violation is told. */
class CrashCheckTest {

    private static final PractitionerId OWNER = Ward.PRACTITIONERS.get(0);
    private static final PatientId PATIENT = PatientId.of("patient-0");

    private final DataSource database = Servers.fresh(Dialect.H2);
    private final Ward ward = new Ward(ClinicId.of("check-" + UUID.randomUUID()), 1);
    private final Journal journal = new Journal();
    private final ClinicChat chat = ClinicChat.on(
                    JdbcStore.on(database).migrate().open())
            .sweepOnDemand()
            .build();

    /** Two questions, the automatic reply to the first, an answer, a retraction, a disabled chat: and all is right. */
    CrashCheckTest() {
        ward.putInto(chat);
        Clinic clinic = chat.clinic(ward.clinic());
        send(letter(PersonRef.of(PATIENT), "first"));
        send(letter(PersonRef.of(OWNER), "answer"));
        send(letter(PersonRef.of(PATIENT), "second"));
        Letter slip = letter(PersonRef.of(PATIENT), "slip");
        send(slip);
        var talk = clinic.practitioner(OWNER).conversationWith(PATIENT);
        clinic.patient(PATIENT)
                .conversationWith(OWNER)
                .retract(journal.accepted().get(slip).message())
                .orThrow();
        talk.disable().orThrow();
        send(letter(PersonRef.of(PATIENT), "refused"));
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private static Letter letter(PersonRef author, String id) {
        return new Letter(author, OWNER, PATIENT, ClientMessageId.of(id));
    }

    private void send(Letter letter) {
        journal.meant(letter);
        journal.settleIn(chat.clinic(ward.clinic()));
    }

    private List<String> violations() {
        ClinicRows rows = ClinicRows.of(database, ward.clinic());
        List<String> violations = new ArrayList<>(Recount.of(rows));
        violations.addAll(Kept.of(rows, journal));
        return violations;
    }

    private List<String> shown() {
        return Shown.of(chat, ward.clinic(), ClinicRows.of(database, ward.clinic()));
    }

    private void plant(String statement) {
        int changed =
                new Transactions(database).write(connection -> Sql.of(statement).update(connection));
        assertThat(changed).isPositive();
    }

    @Test
    @Tag("SAFE-7")
    void whatIsRightIsNotBlamed() {
        assertThat(journal.accepted()).hasSize(4);
        assertThat(journal.refused()).hasSize(1);
        assertThat(violations()).isEmpty();
        assertThat(shown()).isEmpty();
    }

    @ParameterizedTest
    @Tag("SAFE-7")
    @CsvSource(
            delimiter = '|',
            value = {
                "sequence of | DELETE FROM clinic_chat_message WHERE seq = 3",
                "acknowledged | DELETE FROM clinic_chat_message WHERE seq = 3",
                "acknowledged | UPDATE clinic_chat_message SET seq = seq + 5 WHERE seq > 3",
                "acknowledged | UPDATE clinic_chat_message SET sent_time = sent_time + 1 WHERE seq = 3",
                "acknowledged | UPDATE clinic_chat_message SET message_text = 'x' WHERE seq = 3",
                "twice: Letter first | UPDATE clinic_chat_message SET message_text = 'Letter first' WHERE seq = 3",
                "sent without an id | UPDATE clinic_chat_message SET client_id = NULL WHERE seq = 3",
                "no conversation has | UPDATE clinic_chat_message SET conversation = 'gone' WHERE seq = 5",
                "practice's messages up to | UPDATE clinic_chat_message SET practice_count = 7 WHERE seq = 3",
                "patient's messages up to | UPDATE clinic_chat_message SET patient_count = 7 WHERE seq = 3",
                "older than | UPDATE clinic_chat_message SET sent_time = 1 WHERE seq = 3",
                "revisions of | UPDATE clinic_chat_message SET revision = 9 WHERE seq = 5",
                "revisions of | DELETE FROM clinic_chat_retraction",
                "settled for the owner of | DELETE FROM clinic_chat_retraction",
                "disabled of | DELETE FROM clinic_chat_switching",
                "replies in the ledger of | DELETE FROM clinic_chat_auto_reply_delivery",
                "sequence of | UPDATE clinic_chat_conversation SET last_seq = last_seq + 1",
                "revisions of | UPDATE clinic_chat_conversation SET revision = revision + 1",
                "last time of | UPDATE clinic_chat_conversation SET last_time = last_time + 1",
                "place in the list of | UPDATE clinic_chat_conversation SET newest_first = newest_first + 1",
                "practice's messages of | UPDATE clinic_chat_conversation SET practice_count = practice_count + 1",
                "patient's messages of | UPDATE clinic_chat_conversation SET patient_count = patient_count + 1",
                "disabled of | UPDATE clinic_chat_conversation SET disabled = NOT disabled",
                "preview of | UPDATE clinic_chat_conversation SET preview_text = 'Letter slip'",
                "waiting since of | UPDATE clinic_chat_conversation SET awaiting_since = NULL",
                "settled for the owner of | UPDATE clinic_chat_conversation SET owner_settled = owner_settled + 1",
                "settled for the patient of | UPDATE clinic_chat_conversation SET patient_settled = patient_settled + 1",
                "the audit's numbers of | DELETE FROM clinic_chat_audit WHERE number = 3",
            })
    void aFalseRowIsFound(String told, String statement) {
        plant(statement);
        assertThat(violations()).anySatisfy(violation -> assertThat(violation).startsWith(told));
    }

    @Test
    @Tag("SAFE-7")
    void aSecondReplyIsFound() {
        plant(
                "INSERT INTO clinic_chat_message (clinic, conversation, seq, revision, id, sent_time, author, on_behalf_of,"
                        + " kind, message_text, files, practice_count, patient_count, client_id)"
                        + " SELECT clinic, conversation, 6, 8, 'again', sent_time, author, on_behalf_of, kind, message_text,"
                        + " files, practice_count, patient_count, client_id FROM clinic_chat_message WHERE kind = 2");
        assertThat(violations())
                .anySatisfy(violation -> assertThat(violation).startsWith("replied twice in"))
                .anySatisfy(violation -> assertThat(violation).startsWith("replies in the ledger of"));
    }

    @Test
    @Tag("SAFE-7")
    void aReplyToNothingIsFound() {
        plant("UPDATE clinic_chat_message SET kind = 3, client_id = NULL WHERE seq = 1");
        assertThat(violations()).anySatisfy(violation -> assertThat(violation).startsWith("a reply to nothing"));
    }

    @Test
    @Tag("SAFE-7")
    void whatIsAcknowledgedOrRefusedIsHeldToTheRows() {
        journal.refused().addAll(journal.accepted().keySet());
        assertThat(violations())
                .filteredOn(told -> told.startsWith("refused, but stored"))
                .hasSize(4);
    }

    @Test
    @Tag("SAFE-7")
    void aFalseUnreadCountIsShown() {
        plant("UPDATE clinic_chat_conversation SET owner_settled = owner_settled + 1, patient_settled = 1");
        assertThat(shown())
                .anySatisfy(told -> assertThat(told).startsWith("unread in").contains("PRACTICE"))
                .anySatisfy(told -> assertThat(told).startsWith("unread in").contains("PATIENT"));
    }
}
