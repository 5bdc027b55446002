package org.clinicchat.inmemory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.DirectoryStore;

/**
 * The people in memory. One change at a time in a clinic; it holds the locks of all practices that it moves, taken in the
 * order of their ids, so that nobody sees the change without the new version (SUB-5).
 */
final class DirectoryPort implements DirectoryStore {

    private final Clinics clinics;

    DirectoryPort(Clinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public void putPatient(ClinicId clinic, PatientProfile profile, AuditRecord audit) {
        change(clinic, directory -> Set.of(), directory -> directory.put(profile), audit);
    }

    @Override
    public Optional<PatientProfile> patient(ClinicId clinic, PatientId patient) {
        return clinics.find(clinic)
                .flatMap(there -> there.directory().patient(patient))
                .map(Directory.Listed::profile);
    }

    @Override
    public void putWorkGroup(ClinicId clinic, WorkGroup group, AuditRecord audit) {
        change(
                clinic,
                directory -> {
                    Set<PractitionerId> concerned = new HashSet<>(directory.members(group.id()));
                    concerned.addAll(group.members());
                    return concerned;
                },
                directory -> directory.put(group),
                audit);
    }

    @Override
    public void removeWorkGroup(ClinicId clinic, WorkGroupId group, AuditRecord audit) {
        change(clinic, directory -> directory.members(group), directory -> directory.remove(group), audit);
    }

    @Override
    public void setLinked(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean linked, AuditRecord audit) {
        change(
                clinic,
                directory -> directory.withColleagues(practitioner),
                directory -> directory.setLinked(new Directory.Pair(practitioner, patient), linked),
                audit);
    }

    @Override
    public void setPermitted(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean permitted, AuditRecord audit) {
        change(
                clinic,
                directory -> Set.of(practitioner),
                directory -> directory.setPermitted(new Directory.Pair(practitioner, patient), permitted),
                audit);
    }

    /** Makes a change; if it changes nothing, no version moves and nothing is recorded. */
    private void change(
            ClinicId clinicId,
            Function<Directory, Set<PractitionerId>> concerned,
            Predicate<Directory> change,
            AuditRecord audit) {
        ClinicData clinic = clinics.at(clinicId);
        Directory directory = clinic.directory();
        synchronized (directory) {
            List<StoredPractice> practices = concerned.apply(directory).stream()
                    .flatMap(practitioner -> clinic.practice(practitioner).stream())
                    .toList();
            StoredPractice.allLocked(practices.stream(), () -> {
                boolean changed = change.test(directory);
                if (changed) {
                    practices.forEach(
                            practice -> practice.practice(practice.practice().moved()));
                    clinic.audit().add(List.of(audit));
                }
                return changed;
            });
        }
    }
}
