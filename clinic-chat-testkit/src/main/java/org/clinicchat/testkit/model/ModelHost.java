package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** What the model answers to the host. */
final class ModelHost implements HostCalls {

    private final ModelClinic clinic;
    private final Actor host;

    ModelHost(ModelClinic clinic) {
        this.clinic = clinic;
        this.host = Actor.host(clinic.id);
    }

    @Override
    public void putPractice(PractitionerId practitioner) {
        if (!clinic.practices.containsKey(practitioner)) {
            clinic.practices.put(practitioner, new ModelPractice(practitioner, clinic.now()));
            did(AuditAction.PRACTICE_ADDED);
        }
    }

    @Override
    public void putPatient(PatientProfile profile) {
        clinic.profiles.put(profile.id(), profile);
        did(AuditAction.PATIENT_PUT);
    }

    @Override
    public void putWorkGroup(WorkGroup group) {
        clinic.groups.put(group.id(), group.members());
        did(AuditAction.WORK_GROUP_CHANGED);
    }

    @Override
    public void removeWorkGroup(WorkGroupId group) {
        clinic.groups.remove(group);
        did(AuditAction.WORK_GROUP_CHANGED);
    }

    @Override
    public void link(PractitionerId practitioner, PatientId patient, boolean linked) {
        set(clinic.onePerson, new Where.Between(practitioner, patient), linked);
        did(AuditAction.PERSON_LINK_CHANGED);
    }

    @Override
    public void permit(PatientId patient, PractitionerId practitioner, boolean permitted) {
        set(clinic.permitted, new Where.Between(practitioner, patient), permitted);
        did(AuditAction.CONTACT_PERMISSION_CHANGED);
    }

    @Override
    public Outcome<Receipt> notice(PractitionerId practitioner, Draft draft) {
        return new ModelSending(clinic, host).send(new Where.Between(practitioner, draft.patient()), draft);
    }

    @Override
    public List<AuditEntry> audit(long after, int limit) {
        return clinic.audit.entries(after, limit);
    }

    private void did(AuditAction action) {
        clinic.audit.did(action, host, Optional.empty());
    }

    private static void set(Set<Where.Between> pairs, Where.Between pair, boolean contained) {
        pairs.remove(pair);
        if (contained) {
            pairs.add(pair);
        }
    }
}
