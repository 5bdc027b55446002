package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
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
        ModelPractice fresh = new ModelPractice(practitioner, clinic.now());
        did(
                AuditAction.PRACTICE_ADDED,
                List.of(PersonRef.of(practitioner)),
                clinic.practices.putIfAbsent(practitioner, fresh) == null);
    }

    @Override
    public void putPatient(PatientProfile profile) {
        did(
                AuditAction.PATIENT_PUT,
                List.of(PersonRef.of(profile.id())),
                !profile.equals(clinic.profiles.put(profile.id(), profile)));
    }

    @Override
    public void putWorkGroup(WorkGroup group) {
        if (!group.members().equals(clinic.groups.put(group.id(), group.members()))) {
            clinic.audit.did(AuditAction.WORK_GROUP_PUT, host, members(group), group.id());
        }
    }

    @Override
    public void removeWorkGroup(WorkGroupId group) {
        if (clinic.groups.remove(group) != null) {
            clinic.audit.did(AuditAction.WORK_GROUP_REMOVED, host, List.of(), group);
        }
    }

    @Override
    public void link(PractitionerId practitioner, PatientId patient, boolean linked) {
        Where.Between pair = new Where.Between(practitioner, patient);
        AuditAction action = linked ? AuditAction.PERSON_LINKED : AuditAction.PERSON_UNLINKED;
        did(action, both(practitioner, patient), set(clinic.onePerson, pair, linked));
    }

    @Override
    public void permit(PatientId patient, PractitionerId practitioner, boolean permitted) {
        Where.Between pair = new Where.Between(practitioner, patient);
        AuditAction action = permitted ? AuditAction.CONTACT_PERMITTED : AuditAction.CONTACT_WITHDRAWN;
        did(action, both(practitioner, patient), set(clinic.permitted, pair, permitted));
    }

    @Override
    public Outcome<Receipt> notice(PractitionerId practitioner, Draft draft) {
        return new ModelSending(clinic, host).send(new Where.Between(practitioner, draft.patient()), draft);
    }

    @Override
    public Outcome<Message> retractNotice(PractitionerId practitioner, PatientId patient, MessageId notice) {
        return new ModelTalk(clinic, host, new Where.Between(practitioner, patient)).retract(notice);
    }

    @Override
    public List<AuditEntry> audit(long after, int limit) {
        return clinic.audit.entries(after, limit);
    }

    /** What is so already leaves no record. */
    private void did(AuditAction action, List<PersonRef> about, boolean changed) {
        if (changed) {
            clinic.audit.did(action, host, about);
        }
    }

    private static List<PersonRef> both(PractitionerId practitioner, PatientId patient) {
        return List.of(PersonRef.of(practitioner), PersonRef.of(patient));
    }

    /** In the order of their ids. */
    private static List<PersonRef> members(WorkGroup group) {
        return new TreeSet<>(group.members().stream().map(PractitionerId::value).toList())
                .stream().map(id -> PersonRef.of(PractitionerId.of(id))).toList();
    }

    private static boolean set(Set<Where.Between> pairs, Where.Between pair, boolean contained) {
        return contained ? pairs.add(pair) : pairs.remove(pair);
    }
}
