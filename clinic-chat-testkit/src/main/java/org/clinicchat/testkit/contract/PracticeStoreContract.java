package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.MONDAY;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that a {@link PracticeStore} promises: one record for each owner, replaced by its next version alone. */
public interface PracticeStoreContract extends StorageUnderTest {

    /** A practice is added once; adding it again changes nothing and leaves no record. */
    @Test
    @Tag("CARE-11")
    default void aPracticeIsAddedOnce() {
        Scene scene = Scene.empty(storage());
        AuditRecord first = scene.record(AuditAction.PRACTICE_ADDED);
        AuditRecord second = scene.record(AuditAction.PRACTICE_ADDED);
        Practice practice = Practice.of(ROSSI, MONDAY);
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, ROSSI))
                .isEqualTo(new PracticeFacts(Optional.empty(), false));

        assertThat(scene.storage.practices().add(scene.clinic, practice, List.of(first)))
                .isTrue();
        assertThat(scene.practice(ROSSI)).isEqualTo(practice);
        assertThat(scene.storage
                        .practices()
                        .add(scene.clinic, Practice.of(ROSSI, MONDAY.plusSeconds(9)), List.of(second)))
                .isFalse();
        assertThat(scene.practice(ROSSI)).isEqualTo(practice);
        assertThat(scene.audit()).containsExactly(first);
    }

    /** A practice that has moved on is not added anew. */
    @Test
    @Tag("CARE-2")
    default void aPracticeThatHasMovedOnIsNotAddedAnew() {
        Scene scene = Scene.in(storage());
        scene.replace(scene.practice(ROSSI).with(new ChatService(true, MONDAY.plusSeconds(1))));
        Practice present = scene.practice(ROSSI);
        assertThat(scene.storage.practices().add(scene.clinic, Practice.of(ROSSI, MONDAY), List.of()))
                .isFalse();
        assertThat(scene.practice(ROSSI)).isEqualTo(present);
    }

    /** Of additions at once, at two nodes, exactly one is done. */
    @Test
    @Tag("CARE-11")
    default void racingAdditionsAddOne() {
        Scene scene = Scene.empty(storage());
        List<Practice> practices = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> Practice.of(ROSSI, MONDAY.plusSeconds(i)))
                .toList();
        Storage other = otherNode();
        List<Boolean> added = Race.of(
                Race.THREADS,
                i -> scene.at(other, i)
                        .storage
                        .practices()
                        .add(scene.clinic, practices.get(i), List.of(scene.record(AuditAction.PRACTICE_ADDED))));
        assertThat(added).containsOnlyOnce(true);
        assertThat(scene.practice(ROSSI)).isEqualTo(practices.get(added.indexOf(true)));
        assertThat(scene.audit()).hasSize(1);
    }

    /** All that a practice has comes back as it was; a period to the nanosecond, and however far off it ends. */
    @Test
    @Tag("SUB-1")
    @Tag("AUTO-4")
    default void allOfAPracticeComesBack() {
        Scene scene = Scene.in(storage());
        AutoReply reply = AutoReply.NONE
                .saying("Torno\nlunedì 😀 ")
                .switchedOn()
                .switchedOff()
                .switchedOn()
                .reset();
        List<SubstituteAccess> periods = List.of(
                new SubstituteAccess(true, Optional.empty(), Optional.empty()),
                new SubstituteAccess(true, Optional.of(MONDAY), Optional.empty()),
                new SubstituteAccess(true, Optional.empty(), Optional.of(MONDAY.plusNanos(1_000))),
                new SubstituteAccess(true, Optional.of(MONDAY), Optional.of(MONDAY.plusSeconds(3_600))),
                new SubstituteAccess(true, Optional.of(MONDAY.plusNanos(1)), Optional.of(MONDAY.plusNanos(999))),
                new SubstituteAccess(true, Optional.of(Instant.MIN), Optional.of(Instant.MAX)),
                new SubstituteAccess(true, Optional.of(Instant.EPOCH.minusNanos(1)), Optional.of(Instant.EPOCH)),
                SubstituteAccess.OFF);
        assertReplaced(scene, scene.practice(ROSSI).with(new ChatService(true, MONDAY.plusSeconds(5))));
        assertReplaced(scene, scene.practice(ROSSI).with(reply));
        assertReplaced(scene, scene.practice(ROSSI).with(reply.switchedOff()));
        assertReplaced(scene, scene.practice(ROSSI).with(new ChatService(false, MONDAY.plusSeconds(6))));
        periods.forEach(period -> assertReplaced(scene, scene.practice(ROSSI).with(period)));
        assertReplaced(scene, scene.practice(ROSSI).moved());
    }

    /** A version other than the next is not taken, and leaves no record; nor is one of a practice that is not there. */
    @Test
    @Tag("SUB-5")
    default void onlyTheNextVersionReplaces() {
        Scene scene = Scene.in(storage());
        scene.movePractice();
        Practice present = scene.practice(ROSSI);
        List<AuditRecord> audit = scene.audit();
        for (long version : new long[] {0, 1, present.version(), present.version() + 2}) {
            Practice other =
                    new Practice(ROSSI, version, new ChatService(true, MONDAY), AutoReply.NONE, SubstituteAccess.OFF);
            assertThat(replace(scene, other)).isFalse();
            assertThat(scene.practice(ROSSI)).isEqualTo(present);
        }
        assertThat(replace(scene, Practice.of(VERDI, MONDAY).moved())).isFalse();
        assertThat(replace(scene, Practice.of(VERDI, MONDAY))).isFalse();
        assertThat(scene.storage.practices().facts(scene.clinic, VERDI, VERDI).practice())
                .isEmpty();
        assertThat(scene.audit()).isEqualTo(audit);
        assertThat(replace(scene, present.moved())).isTrue();
    }

    /** What is known without a look may be old, but is what was true of its version; whoever looks knows what he saw. */
    @Test
    @Tag("SUB-5")
    default void whatIsKnownIsTrueOfItsVersion() {
        Scene scene = Scene.in(storage());
        PracticeStore here = scene.storage.practices();
        assertThat(here.knownFacts(scene.clinic, VERDI, ROSSI).practice()).isEmpty();
        PracticeFacts before = here.facts(scene.clinic, ROSSI, ROSSI);
        assertThat(here.knownFacts(scene.clinic, ROSSI, ROSSI)).isEqualTo(before);
        Scene there = scene.at(otherNode());
        there.replace(there.practice(ROSSI).with(new ChatService(true, MONDAY.plusSeconds(7))));
        PracticeFacts now = new PracticeFacts(Optional.of(there.practice(ROSSI)), false);
        assertThat(here.knownFacts(scene.clinic, ROSSI, ROSSI)).isIn(before, now);
        assertThat(here.facts(scene.clinic, ROSSI, ROSSI)).isEqualTo(now);
        assertThat(here.knownFacts(scene.clinic, ROSSI, ROSSI)).isEqualTo(now);
    }

    /** Of replacements at once of one version, at two nodes, exactly one is done, and only its record is left. */
    @Test
    @Tag("SUB-5")
    default void racingReplacementsDoOne() {
        Scene scene = Scene.in(storage());
        Practice present = scene.practice(ROSSI);
        int before = scene.audit().size();
        List<Practice> next = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> present.with(AutoReply.NONE.saying("Testo " + i)))
                .toList();
        List<AuditRecord> records = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> scene.record(AuditAction.AUTO_REPLY_WRITTEN))
                .toList();
        Storage other = otherNode();
        List<Boolean> replaced = Race.of(
                Race.THREADS,
                i -> scene.at(other, i)
                        .storage
                        .practices()
                        .replace(scene.clinic, next.get(i), List.of(records.get(i))));
        assertThat(replaced).containsOnlyOnce(true);
        int winner = replaced.indexOf(true);
        assertThat(scene.practice(ROSSI)).isEqualTo(next.get(winner));
        assertThat(scene.audit()).hasSize(before + 1).endsWith(records.get(winner));
    }

    /** A replacement fails only because another was done: tried again, each is done in the end. */
    @Test
    @Tag("SUB-5")
    default void retriedReplacementsAreAllDone() {
        Scene scene = Scene.in(storage());
        Storage other = otherNode();
        List<Boolean> done = Race.of(Race.THREADS, i -> {
            Scene node = scene.at(other, i);
            int tries = 0;
            while (tries < Race.THREADS && !replace(node, node.practice(ROSSI).moved())) {
                tries++;
            }
            return tries < Race.THREADS;
        });
        assertThat(done).hasSize(Race.THREADS).containsOnly(true);
        assertThat(scene.version(ROSSI)).isEqualTo(1 + Race.THREADS);
    }

    /** The records are written with the replacement, in their order. */
    @Test
    @Tag("SAFE-3")
    default void recordsAreWrittenInTheSameStep() {
        Scene scene = Scene.in(storage());
        List<AuditRecord> before = scene.audit();
        AuditRecord first = scene.record(AuditAction.SERVICE_ACTIVATED);
        AuditRecord second = scene.record(AuditAction.AUTO_REPLY_WRITTEN);
        boolean replaced = scene.storage
                .practices()
                .replace(scene.clinic, scene.practice(ROSSI).moved(), List.of(first, second));
        assertThat(replaced).isTrue();
        assertThat(scene.audit()).hasSize(before.size() + 2).endsWith(first, second);
    }

    /** One practice's changes are nothing to another. */
    @Test
    @Tag("SUB-5")
    default void practicesAreIndependent() {
        Scene scene = Scene.in(storage());
        scene.add(VERDI);
        scene.movePractice();
        assertThat(scene.version(ROSSI)).isEqualTo(2);
        assertThat(scene.practice(VERDI)).isEqualTo(Practice.of(VERDI, MONDAY));
    }

    /** Whether reader and owner share a work group is told with the practice; nobody shares one with himself. */
    @Test
    @Tag("SUB-1")
    default void factsTellOfACommonWorkGroup() {
        Scene scene = Scene.in(storage());
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, BIANCHI))
                .isEqualTo(new PracticeFacts(Optional.of(scene.practice(ROSSI)), true));
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, ROSSI).sharesWorkGroup())
                .isFalse();
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, VERDI).sharesWorkGroup())
                .isFalse();
        scene.removeGroup(GROUP);
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, BIANCHI).sharesWorkGroup())
                .isFalse();
    }

    private static void assertReplaced(Scene scene, Practice next) {
        assertThat(replace(scene, next)).isTrue();
        assertThat(scene.practice(ROSSI)).isEqualTo(next);
    }

    private static boolean replace(Scene scene, Practice next) {
        return scene.storage
                .practices()
                .replace(scene.clinic, next, List.of(scene.record(AuditAction.SERVICE_ACTIVATED)));
    }
}
