package org.clinicchat.inmemory;

import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.service.Practice;

/** Practices in memory. */
final class Practices implements PracticeStore {

    private final Clinics clinics;

    Practices(Clinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public PracticeFacts facts(ClinicId clinicId, PractitionerId owner, PractitionerId reader) {
        ClinicData clinic = clinics.look(clinicId);
        return clinic.practice(owner)
                .map(practice -> practice.locked(() -> new PracticeFacts(
                        Optional.of(practice.practice()), clinic.directory().shareWorkGroup(owner, reader))))
                .orElseGet(() ->
                        new PracticeFacts(Optional.empty(), clinic.directory().shareWorkGroup(owner, reader)));
    }

    @Override
    public PracticeFacts knownFacts(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        return facts(clinic, owner, reader);
    }

    @Override
    public boolean add(ClinicId clinicId, Practice practice, List<AuditRecord> audit) {
        ClinicData clinic = clinics.at(clinicId);
        synchronized (clinic.directory()) {
            boolean added =
                    clinic.practices().putIfAbsent(practice.practitioner(), new StoredPractice(practice)) == null;
            if (added) {
                clinic.audit().add(audit);
            }
            return added;
        }
    }

    @Override
    public boolean replace(ClinicId clinicId, Practice next, List<AuditRecord> audit) {
        ClinicData clinic = clinics.at(clinicId);
        return clinic.practice(next.practitioner())
                .map(practice -> practice.locked(() -> {
                    boolean follows = practice.practice().version() + 1 == next.version();
                    if (follows) {
                        practice.practice(next);
                        clinic.audit().add(audit);
                    }
                    return follows;
                }))
                .orElse(false);
    }
}
