package org.clinicchat.jdbc;

import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.PractitionerView;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/**
 * A message that somebody means to send. Its text follows from its id, so that whoever knows of it can send it again.
 *
 * @param author who writes: the patient, the owner, or somebody who stands in for the owner
 * @param owner whose chat it is
 * @param patient with whom
 * @param id under which it is sent
 */
record Letter(PersonRef author, PractitionerId owner, PatientId patient, ClientMessageId id) {

    private static final int FIELDS = 5;

    String text() {
        return "Letter " + id.value();
    }

    Outcome<Receipt> sendIn(Clinic clinic) {
        return conversation(clinic).send(Draft.of(id, patient, text()));
    }

    /** The conversation as the author sees it. */
    Conversation conversation(Clinic clinic) {
        if (author.practitioner().isEmpty()) {
            return clinic.patient(patient).conversationWith(owner);
        }
        PractitionerView self = clinic.practitioner(author.practitioner().get());
        return author.id().equals(owner.value())
                ? self.conversationWith(patient)
                : self.substituteFor(owner).conversationWith(patient);
    }

    /** On one line, to be read by {@link #read}. */
    String line() {
        return Codes.person(author) + " " + owner.value() + " " + patient.value() + " " + id.value();
    }

    /** Reads what stands in a line after its first word. */
    static Letter read(String... words) {
        if (words.length < FIELDS) {
            throw new IllegalArgumentException("a line of " + words.length + " words is no letter");
        }
        return new Letter(
                Codes.person(words[1]),
                PractitionerId.of(words[2]),
                PatientId.of(words[3]),
                ClientMessageId.of(words[4]));
    }
}
