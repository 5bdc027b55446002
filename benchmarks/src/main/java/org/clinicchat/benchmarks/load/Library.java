package org.clinicchat.benchmarks.load;

import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.jdbc.JdbcStore;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** The library, as a host uses it. */
final class Library implements Way {

    private final ClinicChat chat;

    Library(DataSource database) {
        chat = ClinicChat.on(JdbcStore.of(database)).sweepOnDemand().build();
    }

    @Override
    public long send(Sending sending) {
        PatientId patient = PatientId.of(sending.place().patient());
        Draft draft = Draft.of(ClientMessageId.of(sending.clientId()), patient, sending.text());
        return conversation(sending, patient).send(draft).orThrow().seq().value();
    }

    private Conversation conversation(Sending sending, PatientId patient) {
        Clinic clinic = chat.clinic(ClinicId.of(sending.place().clinic()));
        PractitionerId practitioner = PractitionerId.of(sending.place().practitioner());
        return sending.fromPatient()
                ? clinic.patient(patient).conversationWith(practitioner)
                : clinic.practitioner(practitioner).conversationWith(patient);
    }

    @Override
    public void close() {
        chat.close();
    }
}
