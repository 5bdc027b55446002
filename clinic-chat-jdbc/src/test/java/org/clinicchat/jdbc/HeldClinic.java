package org.clinicchat.jdbc;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * A clinic of a test's own on two nodes: here, where steps can be held, and there. Rossi and Verdi own chats, share a work
 * group and are seen by each other; Anna, Bruno, Carla and Dario are patients.
 */
final class HeldClinic implements AutoCloseable {

    static final PractitionerId ROSSI = PractitionerId.of("rossi");
    static final PractitionerId VERDI = PractitionerId.of("verdi");
    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId BRUNO = PatientId.of("bruno");
    static final PatientId CARLA = PatientId.of("carla");
    static final PatientId DARIO = PatientId.of("dario");
    static final PatientId ELENA = PatientId.of("elena");
    static final List<PatientId> PATIENTS = List.of(ANNA, BRUNO, CARLA, DARIO, ELENA);
    static final WorkGroupId GROUP = WorkGroupId.of("piano-1");

    final Held held = new Held();
    final ClinicId id = ClinicId.of("held-" + UUID.randomUUID());
    final Spectator spectator;
    final Clinic here;
    final Clinic there;
    private final ClinicChat hereChat;
    private final ClinicChat thereChat;

    private HeldClinic(Spectator spectator) {
        this.spectator = spectator;
        DataSource watched = WatchedDataSource.over(spectator.database(), held);
        hereChat = chat(watched);
        thereChat = chat(spectator.database());
        here = hereChat.clinic(id);
        there = thereChat.clinic(id);
        for (PractitionerId practitioner : new PractitionerId[] {ROSSI, VERDI}) {
            there.host().putPractice(practitioner);
            there.practitioner(practitioner).settings().activateService().orThrow();
            there.practitioner(practitioner).settings().showToSubstitutes().orThrow();
        }
        there.host().putWorkGroup(WorkGroup.of(GROUP, ROSSI, VERDI));
        for (PatientId patient : PATIENTS) {
            there.host().putPatient(PatientProfile.of(patient, "Nome", patient.value()));
        }
    }

    static HeldClinic on(Dialect dialect) {
        return new HeldClinic(Spectator.of(dialect));
    }

    private static ClinicChat chat(DataSource database) {
        return ClinicChat.on(JdbcStore.of(database)).sweepOnDemand().build();
    }

    /** What was kept in memory here is what a node keeps that has just begun: nothing. */
    Clinic newNode() {
        return chat(WatchedDataSource.over(spectator.database(), held)).clinic(id);
    }

    ClinicChat hereChat() {
        return hereChat;
    }

    static Conversation patient(Clinic node, PatientId patient, PractitionerId owner) {
        return node.patient(patient).conversationWith(owner);
    }

    /** Rossi's chat. */
    static PracticeConversation owner(Clinic node, PatientId patient) {
        return node.practitioner(ROSSI).conversationWith(patient);
    }

    /** Verdi in Rossi's chat. */
    static Conversation substitute(Clinic node, PatientId patient) {
        return node.practitioner(VERDI).substituteFor(ROSSI).conversationWith(patient);
    }

    /** A send under way in a thread of this name. */
    static Called<Outcome<Receipt>> sending(String thread, Conversation talk, PatientId patient) {
        return sending(thread, talk, Draft.of(patient, "Da " + thread));
    }

    static Called<Outcome<Receipt>> sending(String thread, Conversation talk, Draft draft) {
        return Called.by(thread, () -> talk.send(draft));
    }

    long messages() {
        return spectator.messages(id);
    }

    /** Fails where a call hangs, and does not hang with it. */
    @Override
    public void close() {
        Called<Boolean> closing = Called.by("closing", () -> {
            hereChat.close();
            thereChat.close();
            return true;
        });
        closing.get();
    }
}
