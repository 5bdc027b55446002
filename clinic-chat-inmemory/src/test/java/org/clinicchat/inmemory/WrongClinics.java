package org.clinicchat.inmemory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.testkit.contract.ClinicIsolationContract;

/** What can leak from one clinic into another. */
final class WrongClinics {

    private WrongClinics() {}

    static Stream<Wrong> all() {
        return Stream.of(
                Wrong.remembering(
                        "leaks profiles across clinics", ClinicIsolationContract.class, WrongClinics::leakingProfiles),
                Wrong.remembering(
                        "leaks groups across clinics", ClinicIsolationContract.class, WrongClinics::leakingGroups),
                Wrong.remembering(
                        "finds conversations of other clinics",
                        ClinicIsolationContract.class,
                        WrongClinics::leakingConversations),
                Wrong.remembering(
                        "counts refusals of all clinics together",
                        ClinicIsolationContract.class,
                        WrongClinics::countingAllClinics));
    }

    private static BentStorage.Bend leakingProfiles() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("putPatient")) {
                synchronized (clinics) {
                    clinics.add((ClinicId) arguments[0]);
                    clinics.forEach(clinic -> right.directory()
                            .putPatient(clinic, (PatientProfile) arguments[1], (AuditRecord) arguments[2]));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static BentStorage.Bend leakingGroups() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("putWorkGroup")) {
                synchronized (clinics) {
                    clinics.add((ClinicId) arguments[0]);
                    clinics.forEach(clinic -> call.with(clinic, arguments[1], arguments[2]));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static BentStorage.Bend leakingConversations() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            synchronized (clinics) {
                if (method.equals("add")) {
                    clinics.add((ClinicId) arguments[0]);
                }
                return method.equals("find")
                        ? clinics.stream()
                                .map(clinic -> (Optional<?>) call.with(clinic, arguments[1]))
                                .flatMap(Optional::stream)
                                .findFirst()
                        : call.with(arguments);
            }
        };
    }

    private static BentStorage.Bend countingAllClinics() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("refused")) {
                AuditRecord refusal = (AuditRecord) arguments[0];
                synchronized (clinics) {
                    clinics.add(refusal.clinic());
                    clinics.forEach(clinic -> call.with(in(refusal, clinic)));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static AuditRecord in(AuditRecord record, ClinicId clinic) {
        return new AuditRecord(
                clinic,
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation(),
                record.time(),
                record.count());
    }
}
