package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.Availability;
import org.clinicchat.message.Message;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A time is a moment, to the microsecond: none is shifted, merged with another or moved in a list because some wall clock was
 * set forward or back there, or because it is long ago or far off.
 */
public interface TimesContract extends StorageUnderTest {

    /**
     * In Europe's time zones the hour after 01:00Z of 25 October 2026 has the wall clock's time of the hour before, and the
     * local times of an hour of 29 March 2026 are none; one is before 1970, and one beyond the nanoseconds of a long.
     */
    List<Instant> TIMES = Stream.of(
                    "1969-07-20T20:17:40.000001Z",
                    "1969-12-31T23:59:59.999999Z",
                    "2026-03-29T00:59:59.999999Z",
                    "2026-03-29T01:30:00Z",
                    "2026-03-29T02:30:00Z",
                    "2026-10-25T00:30:00Z",
                    "2026-10-25T00:30:00.000001Z",
                    "2026-10-25T01:30:00Z",
                    "2026-10-25T02:30:00Z",
                    "2300-01-01T00:00:00.000001Z")
            .map(Instant::parse)
            .toList();

    /** A conversation's times: of its beginning, its messages, a retraction and a switch, and since when the patient waits. */
    @Test
    @Tag("CARE-7")
    @Tag("READ-8")
    default void timesOfAConversationAreKept() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        for (Instant time : TIMES) {
            chat.step().at(time).message(scene.patient(), "Ore " + time).store();
            Message said = chat.last();
            chat.assertStored();
            chat.step().at(time).retract(said, scene.patient()).store();
            chat.step()
                    .at(time)
                    .switchTo(Availability.DISABLED, scene.owner(), Optional.empty())
                    .store();
            chat.assertStored();
        }
        assertThat(chat.readAll(OWNER).messages()).extracting(Message::time).isEqualTo(TIMES);
    }

    /** Lists are in the order of moments, whole and page by page. */
    @Test
    @Tag("INBOX-1")
    @Tag("INBOX-5")
    default void listsAreInTheOrderOfMoments() {
        Inbox inbox = new Inbox(Scene.in(storage()));
        List<Instant> mixed = new ArrayList<>(TIMES);
        Collections.rotate(mixed, 4);
        for (Instant time : mixed) {
            Chat chat = inbox.add("patient-" + inbox.chats.size());
            chat.step().at(time).message(inbox.scene.owner(), "Ore " + time).store();
        }
        inbox.assertListed(OWNER);
        for (int limit = 1; limit <= 3; limit++) {
            assertThat(inbox.walk(limit))
                    .isEqualTo(inbox.expected(OWNER, chat -> true))
                    .hasSize(TIMES.size());
        }
    }

    /** A practice's times: since when the service is on or off, and the substitutes' period. */
    @Test
    @Tag("SUB-1")
    @Tag("CARE-2")
    default void timesOfAPracticeAreKept() {
        Scene scene = Scene.in(storage());
        boolean active = false;
        for (Instant time : TIMES) {
            active = !active;
            Practice next = scene.practice(ROSSI)
                    .with(new ChatService(active, time))
                    .with(new SubstituteAccess(true, Optional.of(time), Optional.of(time.plusNanos(1_000))));
            next = new Practice(ROSSI, scene.version(ROSSI) + 1, next.service(), next.autoReply(), next.substitutes());
            scene.replace(next);
            assertThat(scene.practice(ROSSI)).isEqualTo(next);
        }
    }

    /** The audit's times; refusals of two hours that one wall clock shows alike are of two minutes. */
    @Test
    @Tag("SAFE-3")
    default void timesOfTheAuditAreKept() {
        Scene scene = Scene.empty(storage());
        List<AuditRecord> written = new ArrayList<>();
        for (Instant time : TIMES) {
            PatientId patient = PatientId.of("patient-" + written.size());
            AuditRecord put = AuditRecord.of(AuditAction.PATIENT_PUT, scene.host(), Optional.empty(), time);
            scene.storage.directory().putPatient(scene.clinic, PatientProfile.of(patient, "Anna", "Neri"), put);
            written.add(put);
        }
        for (String time : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            AuditRecord refusal =
                    AuditRecord.refused(RefusalCode.NOT_FOUND, scene.patient(), Optional.empty(), Instant.parse(time));
            scene.storage.audit().refused(refusal);
            written.add(refusal);
        }
        assertThat(scene.audit()).isEqualTo(written);
    }
}
