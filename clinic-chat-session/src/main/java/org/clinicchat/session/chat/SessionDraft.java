package org.clinicchat.session.chat;

import java.util.Objects;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PatientId;

/**
 * What somebody is about to send in a session: text only (SES-9). It names the patient for whom it is meant, so that it can never go
 * to another one (CARE-9), and carries its sender's id, so that it can be sent again without being sent twice (CARE-8). Its
 * {@code toString} hides everything.
 *
 * @param clientId the sender's id of this message
 * @param patient the patient with whom this is spoken: on the patient's side himself
 * @param text plain text
 */
public record SessionDraft(ClientMessageId clientId, PatientId patient, String text) {

    /** Checks that nothing is null; what is wrong with the content is told by a refusal when it is sent. */
    public SessionDraft {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(text, "text");
    }

    /**
     * A text under a new id; for hosts whose clients bring none. To try the send again, send this same draft again.
     *
     * @param patient with whom this is spoken: on the patient's side himself
     * @param text plain text
     * @return the draft
     */
    public static SessionDraft of(PatientId patient, String text) {
        return new SessionDraft(ClientMessageId.random(), patient, text);
    }

    /**
     * A text under an id of the client's.
     *
     * @param clientId the sender's id of this message
     * @param patient with whom this is spoken: on the patient's side himself
     * @param text plain text
     * @return the draft
     */
    public static SessionDraft of(ClientMessageId clientId, PatientId patient, String text) {
        return new SessionDraft(clientId, patient, text);
    }

    @Override
    @Enforces("ERA-7")
    public String toString() {
        return "SessionDraft";
    }
}
