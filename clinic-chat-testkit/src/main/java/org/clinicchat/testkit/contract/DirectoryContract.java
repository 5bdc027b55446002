package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.service.Practice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the host puts is there, idempotently and with its record, and moves the versions of exactly the practices concerned. */
public interface DirectoryContract extends StorageUnderTest {

    /** A profile replaces the one before, identifiers and all. */
    @Test
    @Tag("INBOX-2")
    default void aProfileReplacesTheOneBefore() {
        Scene scene = Scene.empty(storage());
        DirectoryStore directory = scene.storage.directory();
        assertThat(directory.patient(scene.clinic, ANNA)).isEmpty();
        PatientProfile full =
                PatientProfile.of(ANNA, "Anna", "Bianchi").with("urn:b", "2").with("urn:a", "1");
        for (PatientProfile profile : List.of(full, full, PatientProfile.of(ANNA, "Anna Maria", "Neri"), full)) {
            scene.put(profile);
            assertThat(directory.patient(scene.clinic, ANNA)).contains(profile);
        }
        assertThat(directory.patient(scene.clinic, PatientId.of("Anna"))).isEmpty();
    }

    /** Putting, linking, permitting and removing twice is doing it once. */
    @Test
    @Tag("SUB-1")
    @Tag("SUB-6")
    @Tag("CARE-11")
    default void everythingIsIdempotent() {
        Scene scene = Scene.in(storage());
        for (int i = 0; i < 2; i++) {
            scene.putGroup(GROUP, ROSSI, BIANCHI);
            scene.link(BIANCHI, ANNA, true);
            scene.permit(ROSSI, ANNA, true);
            assertThat(known(scene)).containsExactly(true, true, true);
        }
        for (int i = 0; i < 2; i++) {
            scene.removeGroup(GROUP);
            scene.link(BIANCHI, ANNA, false);
            scene.permit(ROSSI, ANNA, false);
            assertThat(known(scene)).containsExactly(false, false, false);
        }
    }

    /** Removing a group that was never put, unlinking who was never linked and withdrawing what was never given is nothing. */
    @Test
    @Tag("SUB-1")
    default void takingAwayWhatIsNotThereIsNothing() {
        Scene scene = Scene.in(storage());
        scene.removeGroup(WorkGroupId.of("nobody"));
        scene.link(BIANCHI, ANNA, false);
        scene.permit(ROSSI, ANNA, false);
        assertThat(known(scene)).containsExactly(false, false, false);
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        assertThat(known(scene)).containsExactly(true, false, false);
    }

    /** A group may be empty, and may name people who have no practice. */
    @Test
    @Tag("SUB-1")
    default void aGroupMayBeEmptyAndNameAnybody() {
        Scene scene = Scene.in(storage());
        scene.putGroup(GROUP);
        assertThat(known(scene)).containsExactly(false, false, false);
        scene.putGroup(GROUP, ROSSI, BIANCHI, VERDI);
        assertThat(known(scene)).containsExactly(true, false, false);
        scene.putGroup(GROUP);
        assertThat(known(scene)).containsExactly(false, false, false);
    }

    /** A group that changes moves the practices of all who were or are in it, and no other. */
    @Test
    @Tag("SUB-5")
    default void aGroupMovesWhoWasOrIsInIt() {
        Scene scene = threePractices();
        assertThat(moved(scene, () -> scene.putGroup(GROUP, ROSSI))).containsExactly("dr-rossi");
        assertThat(moved(scene, () -> scene.putGroup(GROUP, BIANCHI))).containsExactly("dr-bianchi", "dr-rossi");
        assertThat(moved(scene, () -> scene.putGroup(GROUP, ROSSI, BIANCHI))).containsExactly("dr-bianchi", "dr-rossi");
        assertThat(moved(scene, () -> scene.putGroup(GROUP, ROSSI, VERDI)))
                .containsExactly("dr-bianchi", "dr-rossi", "dr-verdi");
        assertThat(moved(scene, () -> scene.removeGroup(GROUP))).containsExactly("dr-rossi", "dr-verdi");
        assertThat(moved(scene, () -> scene.removeGroup(GROUP))).isEmpty();
    }

    /** A person link moves the practitioner's own practice and those of all who share a work group with him. */
    @Test
    @Tag("SUB-5")
    @Tag("SUB-6")
    default void aLinkMovesTheWholeGroup() {
        Scene scene = threePractices();
        assertThat(moved(scene, () -> scene.link(BIANCHI, ANNA, true))).containsExactly("dr-bianchi");
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        assertThat(moved(scene, () -> scene.link(BIANCHI, ANNA, false))).containsExactly("dr-bianchi", "dr-rossi");
        assertThat(moved(scene, () -> scene.link(BIANCHI, ANNA, true))).containsExactly("dr-bianchi", "dr-rossi");
    }

    /** A permission moves the practitioner's practice, and no other. */
    @Test
    @Tag("SUB-5")
    @Tag("CARE-11")
    default void aPermissionMovesThePractitioners() {
        Scene scene = threePractices();
        scene.putGroup(GROUP, ROSSI, BIANCHI);
        assertThat(moved(scene, () -> scene.permit(ROSSI, ANNA, true))).containsExactly("dr-rossi");
        assertThat(moved(scene, () -> scene.permit(ROSSI, ANNA, false))).containsExactly("dr-rossi");
    }

    /** A profile moves no practice; a move changes nothing of a practice but its version. */
    @Test
    @Tag("SUB-5")
    default void aMoveChangesTheVersionAlone() {
        Scene scene = threePractices();
        assertThat(moved(scene, () -> scene.put(PatientProfile.of(ANNA, "Anna", "Neri"))))
                .isEmpty();
        Practice before = scene.practice(ROSSI);
        scene.putGroup(GROUP, ROSSI);
        Practice after = scene.practice(ROSSI);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(new Practice(ROSSI, before.version(), after.service(), after.autoReply(), after.substitutes()))
                .isEqualTo(before);
    }

    /** Each call that changes something leaves its record, in order. */
    @Test
    @Tag("SAFE-3")
    default void everyChangeLeavesItsRecord() {
        Scene scene = Scene.empty(storage());
        scene.add(ROSSI);
        DirectoryStore directory = scene.storage.directory();
        List<AuditRecord> written = new ArrayList<>();
        List<Consumer<AuditRecord>> calls = List.of(
                record -> directory.putPatient(scene.clinic, PatientProfile.of(ANNA, "Anna", "Neri"), record),
                record -> directory.putWorkGroup(scene.clinic, WorkGroup.of(GROUP, ROSSI, BIANCHI), record),
                record -> directory.removeWorkGroup(scene.clinic, GROUP, record),
                record -> directory.setLinked(scene.clinic, ROSSI, ANNA, true, record),
                record -> directory.setLinked(scene.clinic, ROSSI, ANNA, false, record),
                record -> directory.setPermitted(scene.clinic, ROSSI, ANNA, true, record),
                record -> directory.setPermitted(scene.clinic, ROSSI, ANNA, false, record));
        for (Consumer<AuditRecord> call : calls) {
            AuditRecord record = scene.record(AuditAction.WORK_GROUP_PUT)
                    .about(List.of(Scene.COLLEAGUE, Scene.OWNER))
                    .about(GROUP);
            call.accept(record);
            written.add(record);
            assertThat(scene.audit()).isEqualTo(written);
        }
    }

    /** What is so already moves no version and leaves no record. */
    @Test
    @Tag("SAFE-3")
    default void whatIsSoAlreadyChangesNothing() {
        Scene scene = threePractices();
        PatientProfile profile = PatientProfile.of(ANNA, "Anna", "Neri").with("urn:card", "1");
        List<Runnable> puts = List.of(
                () -> scene.put(profile),
                () -> scene.putGroup(GROUP, ROSSI, BIANCHI),
                () -> scene.link(BIANCHI, ANNA, true),
                () -> scene.permit(ROSSI, ANNA, true));
        puts.forEach(Runnable::run);
        List<AuditRecord> written = scene.audit();
        for (Runnable put : puts) {
            assertThat(moved(scene, put)).isEmpty();
        }
        assertThat(moved(scene, () -> scene.putGroup(GROUP, BIANCHI, ROSSI))).isEmpty();
        assertThat(moved(scene, () -> scene.link(ROSSI, ANNA, false))).isEmpty();
        assertThat(moved(scene, () -> scene.permit(VERDI, ANNA, false))).isEmpty();
        assertThat(moved(scene, () -> scene.removeGroup(WorkGroupId.of("nobody"))))
                .isEmpty();
        assertThat(scene.audit()).isEqualTo(written);

        scene.put(profile.with("urn:card", "2"));
        assertThat(scene.audit()).hasSize(written.size() + 1);
        assertThat(moved(scene, () -> scene.permit(VERDI, ANNA, true))).containsExactly("dr-verdi");
    }

    /** Changes at once, at two nodes, are all done, and each moves the version of every practice that it concerns. */
    @Test
    @Tag("SUB-5")
    @Tag("SAFE-3")
    default void changesAtOnceAreAllDone() {
        Scene scene = threePractices();
        List<Scene> nodes = List.of(scene, scene.at(otherNode()));
        List<PractitionerId> members = List.of(ROSSI, BIANCHI, VERDI);
        List<Long> before = members.stream().map(scene::version).toList();
        int records = scene.audit().size();
        List<Integer> done = Race.of(4, thread -> {
            Scene node = nodes.get(thread % 2);
            WorkGroupId own = WorkGroupId.of("group-" + thread);
            PatientId patient = PatientId.of("patient-" + thread);
            for (int i = 0; i < 8; i++) {
                node.putGroup(own, members.subList(0, 3 - i % 2).toArray(PractitionerId[]::new));
                node.link(BIANCHI, patient, true);
                node.link(BIANCHI, patient, false);
            }
            return thread;
        });
        assertThat(done).containsExactly(0, 1, 2, 3);
        assertThat(scene.version(ROSSI)).isGreaterThanOrEqualTo(before.get(0) + 4 * 8 * 3);
        assertThat(scene.version(BIANCHI)).isGreaterThanOrEqualTo(before.get(1) + 4 * 8 * 3);
        assertThat(scene.version(VERDI)).isGreaterThanOrEqualTo(before.get(2) + 4 * 8);
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, BIANCHI).sharesWorkGroup())
                .isTrue();
        assertThat(scene.storage.practices().facts(scene.clinic, ROSSI, VERDI).sharesWorkGroup())
                .isFalse();
        List<AuditRecord> written = scene.audit();
        assertThat(written).hasSize(records + 4 * 8 * 3).doesNotHaveDuplicates();
    }

    /** A group put by two at once is one of the two, and facts of owner and list agree on it. */
    @Test
    @Tag("SUB-1")
    default void aGroupPutAtOnceIsOneOfThem() {
        Scene scene = threePractices();
        List<PractitionerId> colleagues = List.of(BIANCHI, VERDI);
        List<Boolean> done = Race.of(2, i -> {
            scene.putGroup(GROUP, ROSSI, colleagues.get(i));
            return true;
        });
        assertThat(done).containsOnly(true);
        List<Boolean> share = colleagues.stream()
                .map(colleague -> scene.storage.practices().facts(scene.clinic, ROSSI, colleague))
                .map(PracticeFacts::sharesWorkGroup)
                .toList();
        assertThat(share).containsOnlyOnce(true);
    }

    private Scene threePractices() {
        Scene scene = Scene.in(storage());
        scene.add(BIANCHI);
        scene.add(VERDI);
        return scene;
    }

    private static Set<String> moved(Scene scene, Runnable change) {
        List<PractitionerId> all = List.of(ROSSI, BIANCHI, VERDI);
        List<Long> before = all.stream().map(scene::version).toList();
        change.run();
        Set<String> moved = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            long now = scene.version(all.get(i));
            assertThat(now).isGreaterThanOrEqualTo(before.get(i));
            if (now > before.get(i)) {
                moved.add(all.get(i).value());
            }
        }
        return moved;
    }

    /** Whether Dr Bianchi shares a group with Dr Rossi, is Anna himself, and whether Anna may write to Dr Rossi. */
    private static List<Boolean> known(Scene scene) {
        var facts = scene.conversations()
                .facts(new CareQuestion(scene.key(ROSSI, ANNA), scene.substitute(), Optional.empty()));
        return List.of(facts.sharesWorkGroup(), facts.linkedToPatient(), facts.permitted());
    }
}
