package org.clinicchat.jdbc;

import java.util.UUID;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Storage;

/**
 * A clinic in which Dr Rossi's service is on and some patients have each written to her once, under the id "first".
 *
 * @param id of the clinic
 */
record OpenPractice(ClinicId id) {

    static final PractitionerId ROSSI = PractitionerId.of("rossi");

    /** A new one. */
    static OpenPractice with(int patients, Storage storage) {
        OpenPractice practice = new OpenPractice(ClinicId.of("c-" + UUID.randomUUID()));
        try (ClinicChat chat = chat(storage)) {
            Clinic clinic = practice.at(chat);
            clinic.host().putPractice(ROSSI);
            clinic.practitioner(ROSSI).settings().activateService().orThrow();
            for (int i = 0; i < patients; i++) {
                clinic.host().putPatient(PatientProfile.of(patient(i), "Anna", "Neri"));
                practice.send(chat, i, "first").orThrow();
            }
        }
        return practice;
    }

    /** A chat that does nothing by itself. */
    static ClinicChat chat(Storage storage) {
        return ClinicChat.on(storage).sweepOnDemand().build();
    }

    static PatientId patient(int number) {
        return PatientId.of("p" + number);
    }

    Clinic at(ClinicChat chat) {
        return chat.clinic(id);
    }

    /** This patient sends something under this id. */
    Outcome<Receipt> send(ClinicChat chat, int patient, String clientId) {
        return send(chat, patient, clientId, "Buongiorno");
    }

    Outcome<Receipt> send(ClinicChat chat, int patient, String clientId, String text) {
        Draft draft = Draft.of(ClientMessageId.of(clientId), patient(patient), text);
        return at(chat).patient(patient(patient)).conversationWith(ROSSI).send(draft);
    }

    /** How many messages this patient's conversation has; they are numbered without a gap, or it fails. */
    int messages(ClinicChat chat, int patient) {
        var messages = at(chat).practitioner(ROSSI)
                .conversationWith(patient(patient))
                .peek(500)
                .orThrow()
                .messages();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).seq().value() != i + 1) {
                throw new AssertionError("message " + (i + 1) + " has another number");
            }
        }
        return messages.size();
    }
}
