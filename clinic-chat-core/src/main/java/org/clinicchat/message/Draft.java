package org.clinicchat.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PatientId;

/**
 * What somebody is about to send. It names the patient for whom it is meant, so that it can never go to another one
 * (CARE-9), and carries its sender's id, so that it can be sent again without being sent twice (CARE-8). Immutable. Its
 * {@code toString} hides everything.
 *
 * @param clientId the sender's id of this message
 * @param patient the patient with whom this is spoken: on the patient's side himself
 * @param text plain text; may be empty if there is an attachment
 * @param attachments the files that it names, in their order
 * @param expectedHead the last message that the sender had seen, if the send should be refused when there is a later one
 * @param seenUpTo the last message that the sender had on the screen, if that should count as read (READ-7)
 */
public record Draft(
        ClientMessageId clientId,
        PatientId patient,
        String text,
        List<AttachmentRef> attachments,
        Optional<MessageSeq> expectedHead,
        Optional<MessageSeq> seenUpTo) {

    /** Checks that nothing is null; what is wrong with the content is told by a refusal when it is sent. */
    public Draft {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(text, "text");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(expectedHead, "expectedHead");
        Objects.requireNonNull(seenUpTo, "seenUpTo");
    }

    /**
     * A text for the conversation with this patient.
     *
     * @param clientId the sender's id of this message
     * @param patient with whom this is spoken: on the patient's side himself
     * @param text plain text
     * @return the draft
     */
    public static Draft of(ClientMessageId clientId, PatientId patient, String text) {
        return new Draft(clientId, patient, text, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A text under a new id; for hosts whose clients bring none. To try the send again, send this same draft again.
     *
     * @param patient with whom this is spoken: on the patient's side himself
     * @param text plain text
     * @return the draft
     */
    public static Draft of(PatientId patient, String text) {
        return of(ClientMessageId.random(), patient, text);
    }

    /**
     * The same with these files.
     *
     * @param files in their order, in place of any before
     * @return the draft
     */
    public Draft attaching(AttachmentRef... files) {
        return new Draft(clientId, patient, text, List.of(files), expectedHead, seenUpTo);
    }

    /**
     * The same, to be refused if somebody wrote after this message (CARE-9).
     *
     * @param head the last message that the sender had seen
     * @return the draft
     */
    public Draft expectingHead(MessageSeq head) {
        return new Draft(clientId, patient, text, attachments, Optional.of(head), seenUpTo);
    }

    /**
     * The same, marking read what the sender had on the screen (READ-7).
     *
     * @param seen the last message that was shown
     * @return the draft
     */
    public Draft seenUpTo(MessageSeq seen) {
        return new Draft(clientId, patient, text, attachments, expectedHead, Optional.of(seen));
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "Draft";
    }
}
