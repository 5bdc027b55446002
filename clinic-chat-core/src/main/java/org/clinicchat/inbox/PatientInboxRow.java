package org.clinicchat.inbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PractitionerId;

/**
 * One conversation in a patient's list (INBOX-7). Its {@code toString} has the id alone.
 *
 * @param conversation which
 * @param practitioner the owner, whose name the host knows
 * @param availability whether the chat is switched on; without person and reason
 * @param serviceActive whether the practitioner's service is active
 * @param colleaguesMayRead whether colleagues may stand in now (SUB-7)
 * @param unread how many messages are unread for the patient
 * @param markedUnread whether the patient marked it as unread
 * @param lastMessageTime when the last message was accepted; empty if there is none
 * @param preview of the newest message that is not retracted, if there is one
 * @param head the last message's place; 0 if there is none
 * @param revision up to which event the row is
 */
@Enforces({"INBOX-7", "SUB-7"})
public record PatientInboxRow(
        ConversationId conversation,
        PractitionerId practitioner,
        AvailabilityState availability,
        boolean serviceActive,
        boolean colleaguesMayRead,
        long unread,
        boolean markedUnread,
        Optional<Instant> lastMessageTime,
        Optional<Preview> preview,
        MessageSeq head,
        Revision revision) {

    /** Checks that nothing is null. */
    public PatientInboxRow {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(lastMessageTime, "lastMessageTime");
        Objects.requireNonNull(preview, "preview");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Whether it shows as unread: by count or by mark (READ-4).
     *
     * @return true if it does
     */
    public boolean isUnread() {
        return unread > 0 || markedUnread;
    }

    @Override
    public String toString() {
        return "PatientInboxRow[" + conversation + "]";
    }
}
