package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that an {@link AuditStore} promises: records in the order of writing, equal refusals counted by the minute. */
public interface AuditStoreContract extends StorageUnderTest {

    /** The first moment of some minute, and its last. */
    Instant MINUTE = Instant.parse("2026-03-02T09:41:00Z");

    /** The last moment of the same minute. */
    Instant MINUTE_END = Instant.parse("2026-03-02T09:41:59.999999Z");

    /** Records of all kinds come back as they were, numbered 1, 2, 3 … in the order in which they were written. */
    @Test
    @Tag("SAFE-3")
    default void recordsComeBackInTheOrderOfWriting() {
        Scene scene = Scene.empty(storage());
        scene.add(ROSSI);
        List<AuditRecord> written = new ArrayList<>();
        List<PersonRef> people = List.of(Scene.PATIENT, Scene.OWNER, Scene.COLLEAGUE);
        Optional<ConversationId> conversation = Optional.of(ConversationId.of(Scene.fresh("chat")));
        for (AuditAction action : AuditAction.values()) {
            AuditRecord record = action == AuditAction.REFUSED
                    ? AuditRecord.refused(RefusalCode.CHAT_DISABLED, scene.patient(), conversation, scene.tick())
                    : AuditRecord.of(action, scene.substitute(), conversation, scene.tick())
                            .about(people.subList(0, written.size() % 4));
            if (action == AuditAction.REFUSED) {
                scene.storage.audit().refused(record);
            } else {
                scene.storage
                        .practices()
                        .replace(scene.clinic, scene.practice(ROSSI).moved(), List.of(record));
            }
            written.add(record);
        }
        List<AuditEntry> entries = scene.storage.audit().entries(scene.clinic, 0, 1_000);
        assertThat(entries).extracting(AuditEntry::record).isEqualTo(written);
        assertThat(entries)
                .extracting(AuditEntry::number)
                .isEqualTo(LongStream.rangeClosed(1, written.size()).boxed().toList());
    }

    /** The order is that of writing, not of the records' times. */
    @Test
    @Tag("SAFE-3")
    default void noClockOrdersTheAudit() {
        Scene scene = Scene.empty(storage());
        AuditRecord late = refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE.plusSeconds(3_600));
        AuditRecord early = refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE);
        scene.storage.audit().refused(late);
        scene.storage.audit().refused(early);
        assertThat(scene.audit()).containsExactly(late, early);
    }

    /** Equal refusals of a minute are one record, the first, with their number and the first time. */
    @Test
    @Tag("SAFE-3")
    default void equalRefusalsOfAMinuteAreCounted() {
        Scene scene = Scene.empty(storage());
        AuditStore audit = scene.storage.audit();
        AuditRecord first = refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE);
        AuditRecord other = refusal(RefusalCode.NOT_FOUND, scene.owner(), MINUTE);
        audit.refused(first);
        audit.refused(other);
        audit.refused(refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE.plusSeconds(30)));
        audit.refused(refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE_END));
        assertThat(scene.audit()).containsExactly(counting(first, 3), other);

        AuditRecord next = refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE.plusSeconds(60));
        AuditRecord before = refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE.minusNanos(1_000));
        audit.refused(next);
        audit.refused(before);
        audit.refused(next);
        assertThat(scene.audit()).containsExactly(counting(first, 3), other, counting(next, 2), before);
    }

    /** Refusals that differ in actor, role, owner, code or conversation are counted apart. */
    @Test
    @Tag("SAFE-3")
    default void differentRefusalsAreCountedApart() {
        Scene scene = Scene.empty(storage());
        ConversationId one = ConversationId.of("abcdefghijklmnop");
        ConversationId two = ConversationId.of("ABCDEFGHIJKLMNOP");
        List<AuditRecord> different = List.of(
                refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE),
                refusal(RefusalCode.SERVICE_OFF, scene.patient(), MINUTE),
                refusal(RefusalCode.NOT_FOUND, scene.host(), MINUTE),
                refusal(RefusalCode.NOT_FOUND, Actor.practitioner(scene.clinic, BIANCHI), MINUTE),
                refusal(RefusalCode.NOT_FOUND, Actor.substitute(scene.clinic, BIANCHI, ROSSI), MINUTE),
                refusal(RefusalCode.NOT_FOUND, Actor.substitute(scene.clinic, BIANCHI, VERDI), MINUTE),
                refusal(RefusalCode.NOT_FOUND, Actor.patient(scene.clinic, PatientId.of(BIANCHI.value())), MINUTE),
                AuditRecord.refused(RefusalCode.NOT_FOUND, scene.patient(), Optional.of(one), MINUTE),
                AuditRecord.refused(RefusalCode.NOT_FOUND, scene.patient(), Optional.of(two), MINUTE));
        for (int i = 0; i < 2; i++) {
            different.forEach(scene.storage.audit()::refused);
        }
        assertThat(scene.audit())
                .isEqualTo(different.stream().map(record -> counting(record, 2)).toList());
    }

    /** The audit is read in parts: after a number, at most as many as asked. */
    @Test
    @Tag("SAFE-3")
    default void theAuditIsReadInParts() {
        Scene scene = Scene.empty(storage());
        for (int i = 0; i < 7; i++) {
            scene.storage.audit().refused(refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE.plusSeconds(60L * i)));
        }
        List<AuditEntry> all = scene.storage.audit().entries(scene.clinic, 0, 100);
        assertThat(all).hasSize(7);
        for (int after = 0; after <= 7; after++) {
            for (int limit = 1; limit <= 8; limit++) {
                assertThat(scene.storage.audit().entries(scene.clinic, after, limit))
                        .isEqualTo(all.subList(after, Math.min(7, after + limit)));
            }
        }
        assertThat(scene.storage.audit().entries(scene.clinic, 8, 5)).isEmpty();
        assertThat(scene.storage.audit().entries(scene.clinic, Long.MAX_VALUE, 5))
                .isEmpty();
        assertThat(scene.storage.audit().entries(scene.clinic, 0, Integer.MAX_VALUE))
                .isEqualTo(all);
    }

    /** Refusals at once, at two nodes, are all counted, equal ones in one record. */
    @Test
    @Tag("SAFE-3")
    default void refusalsAtOnceAreAllCounted() {
        Scene scene = Scene.empty(storage());
        Storage other = otherNode();
        List<Integer> written = Race.of(Race.THREADS, thread -> {
            AuditStore node = scene.at(other, thread).storage.audit();
            for (int i = 0; i < 10; i++) {
                node.refused(refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE));
                node.refused(refusal(RefusalCode.SERVICE_OFF, scene.patient(), MINUTE));
            }
            return 20;
        });
        assertThat(written).hasSize(Race.THREADS).containsOnly(20);
        assertThat(scene.audit())
                .containsExactlyInAnyOrder(
                        counting(refusal(RefusalCode.NOT_FOUND, scene.patient(), MINUTE), 10 * Race.THREADS),
                        counting(refusal(RefusalCode.SERVICE_OFF, scene.patient(), MINUTE), 10 * Race.THREADS));
    }

    /** While others write at two nodes, what a reader has seen stays where it is: the audit only grows at its end. */
    @Test
    @Tag("SAFE-3")
    default void theAuditOnlyGrowsAtItsEnd() {
        Scene scene = Scene.in(storage());
        int before = scene.audit().size();
        Storage other = otherNode();
        List<List<AuditEntry>> seen = Race.of(Race.THREADS, thread -> {
            AuditStore node = scene.at(other, thread).storage.audit();
            List<AuditEntry> read = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Actor actor = Actor.patient(scene.clinic, PatientId.of("p-" + thread + "-" + i));
                node.refused(refusal(RefusalCode.NOT_FOUND, actor, MINUTE));
                read.addAll(node.entries(scene.clinic, read.size(), 1_000));
            }
            return read;
        });
        List<AuditEntry> all = scene.storage.audit().entries(scene.clinic, 0, 10_000);
        assertThat(all).hasSize(before + 10 * Race.THREADS);
        for (List<AuditEntry> read : seen) {
            assertThat(read).isNotEmpty().isEqualTo(all.subList(0, read.size()));
        }
    }

    private static AuditRecord refusal(RefusalCode code, Actor actor, Instant time) {
        return AuditRecord.refused(code, actor, Optional.empty(), time);
    }

    private static AuditRecord counting(AuditRecord record, long count) {
        return new AuditRecord(
                record.clinic(),
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation(),
                record.time(),
                count);
    }
}
