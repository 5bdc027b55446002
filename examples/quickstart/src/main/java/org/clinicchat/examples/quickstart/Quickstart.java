package org.clinicchat.examples.quickstart;

import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;

/** A first message. */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Sends a message and reads it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (ClinicChat chat = ClinicChat.on(InMemoryStorage.create()).build()) {
            Clinic clinic = chat.clinic(ClinicId.of("san-marco"));
            PractitionerId rossi = PractitionerId.of("rossi");
            PatientId anna = PatientId.of("anna");
            clinic.host().putPractice(rossi);
            clinic.host().putPatient(PatientProfile.of(anna, "Anna", "D'Amico"));
            clinic.practitioner(rossi).settings().activateService();
            clinic.practitioner(rossi).settings().activateAutoReply("I answer within two days.");
            var conversation = clinic.patient(anna).conversationWith(rossi);
            System.out.println(conversation.send(Draft.of(anna, "Good morning, doctor")));
            System.out.println(clinic.practitioner(rossi).inbox(InboxQuery.all().unread().search("damico")));
            System.out.println(clinic.practitioner(rossi).conversationWith(anna).open());
            System.out.println(clinic.practitioner(rossi).totals());
            System.out.println(conversation.open());
        }
    }
}
