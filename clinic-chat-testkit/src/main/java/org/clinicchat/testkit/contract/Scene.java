package org.clinicchat.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.Storage;
import org.clinicchat.service.Practice;

/** A clinic of a test's own in a storage, and who is who in it. */
final class Scene {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.000001Z");

    static final PractitionerId ROSSI = PractitionerId.of("dr-rossi");
    static final PractitionerId BIANCHI = PractitionerId.of("dr-bianchi");
    static final PractitionerId VERDI = PractitionerId.of("dr-verdi");
    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId BRUNO = PatientId.of("bruno");
    static final PatientId CARLA = PatientId.of("carla");
    static final WorkGroupId GROUP = WorkGroupId.of("north-wing");

    static final PersonRef OWNER = PersonRef.of(ROSSI);
    static final PersonRef COLLEAGUE = PersonRef.of(BIANCHI);
    static final PersonRef PATIENT = PersonRef.of(ANNA);

    final Storage storage;
    final ClinicId clinic;
    private final AtomicLong ticks;

    Scene(Storage storage, ClinicId clinic) {
        this(storage, clinic, new AtomicLong());
    }

    private Scene(Storage storage, ClinicId clinic, AtomicLong ticks) {
        this.storage = storage;
        this.clinic = clinic;
        this.ticks = ticks;
    }

    /** A new clinic in which Dr Rossi has a practice, and Anna and Bruno are patients. */
    static Scene in(Storage storage) {
        Scene scene = empty(storage);
        scene.add(ROSSI);
        scene.put(PatientProfile.of(ANNA, "Anna", "Bianchi"));
        scene.put(PatientProfile.of(BRUNO, "Bruno", "Neri"));
        return scene;
    }

    /** A new clinic with nothing in it. */
    static Scene empty(Storage storage) {
        return new Scene(storage, ClinicId.of(fresh("clinic")));
    }

    /** The clinic at two nodes, for threads to take in turn. */
    Scene at(Storage other, int thread) {
        return thread % 2 == 0 ? this : at(other);
    }

    /** The same clinic, at another node. */
    Scene at(Storage node) {
        return new Scene(node, clinic, ticks);
    }

    static String fresh(String what) {
        return what + "-" + UUID.randomUUID();
    }

    ConversationStore conversations() {
        return storage.conversations();
    }

    /** A time of its own, later than all before, to the microsecond. */
    Instant tick() {
        return MONDAY.plus(Duration.ofMillis(1_001 * ticks.incrementAndGet()));
    }

    Actor owner() {
        return Actor.practitioner(clinic, ROSSI);
    }

    Actor substitute() {
        return Actor.substitute(clinic, BIANCHI, ROSSI);
    }

    Actor patient() {
        return Actor.patient(clinic, ANNA);
    }

    Actor host() {
        return Actor.host(clinic);
    }

    ConversationKey key(PractitionerId practitioner, PatientId patient) {
        return new ConversationKey(clinic, practitioner, patient);
    }

    /** A conversation between Dr Rossi and Anna that has not begun. */
    Chat chat() {
        return chat(ROSSI, ANNA);
    }

    Chat chat(PractitionerId practitioner, PatientId patient) {
        return new Chat(this, key(practitioner, patient));
    }

    void add(PractitionerId practitioner) {
        storage.practices().add(clinic, Practice.of(practitioner, MONDAY), List.of());
    }

    void put(PatientProfile profile) {
        storage.directory().putPatient(clinic, profile, record(AuditAction.PATIENT_PUT));
    }

    void putGroup(WorkGroupId group, PractitionerId... members) {
        storage.directory().putWorkGroup(clinic, WorkGroup.of(group, members), record(AuditAction.WORK_GROUP_PUT));
    }

    void removeGroup(WorkGroupId group) {
        storage.directory().removeWorkGroup(clinic, group, record(AuditAction.WORK_GROUP_REMOVED));
    }

    void link(PractitionerId practitioner, PatientId patient, boolean linked) {
        storage.directory()
                .setLinked(
                        clinic,
                        practitioner,
                        patient,
                        linked,
                        record(linked ? AuditAction.PERSON_LINKED : AuditAction.PERSON_UNLINKED));
    }

    void permit(PractitionerId practitioner, PatientId patient, boolean permitted) {
        storage.directory()
                .setPermitted(
                        clinic,
                        practitioner,
                        patient,
                        permitted,
                        record(permitted ? AuditAction.CONTACT_PERMITTED : AuditAction.CONTACT_WITHDRAWN));
    }

    AuditRecord record(AuditAction action) {
        return AuditRecord.of(action, host(), Optional.empty(), tick());
    }

    Practice practice(PractitionerId practitioner) {
        return storage.practices()
                .facts(clinic, practitioner, practitioner)
                .practice()
                .orElseThrow(() -> new AssertionError("the practice that was added is not there"));
    }

    long version(PractitionerId practitioner) {
        return practice(practitioner).version();
    }

    /** Replaces Dr Rossi's practice by the same in the next version. */
    void movePractice() {
        replace(practice(ROSSI).moved());
    }

    void replace(Practice next) {
        if (!storage.practices().replace(clinic, next, List.of())) {
            throw new AssertionError("a practice in the version that follows the present one was not taken");
        }
    }

    /** The records of the whole audit, in order. */
    List<AuditRecord> audit() {
        return storage.audit().entries(clinic, 0, 10_000).stream()
                .map(AuditEntry::record)
                .toList();
    }
}
