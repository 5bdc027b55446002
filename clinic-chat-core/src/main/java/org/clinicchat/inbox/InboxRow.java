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
import org.clinicchat.people.PatientProfile;

/**
 * One conversation in a practitioner's list (INBOX-2). Its {@code toString} has the id alone.
 *
 * @param conversation which
 * @param patient name and identifiers, as the host has put them last
 * @param availability whether the chat is switched on
 * @param unread how many messages are unread for the reader
 * @param markedUnread whether the reader marked it as unread
 * @param lastMessageTime when the last message was accepted; empty if there is none
 * @param preview of the newest message that is not retracted, if there is one
 * @param awaitingReplySince since when the patient waits for a human answer, if he does (READ-8)
 * @param head the last message's place; 0 if there is none
 * @param revision up to which event the row is
 */
@Enforces("INBOX-2")
public record InboxRow(
        ConversationId conversation,
        PatientProfile patient,
        AvailabilityState availability,
        long unread,
        boolean markedUnread,
        Optional<Instant> lastMessageTime,
        Optional<Preview> preview,
        Optional<Instant> awaitingReplySince,
        MessageSeq head,
        Revision revision) {

    /** Checks that nothing is null. */
    public InboxRow {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(lastMessageTime, "lastMessageTime");
        Objects.requireNonNull(preview, "preview");
        Objects.requireNonNull(awaitingReplySince, "awaitingReplySince");
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
        return "InboxRow[" + conversation + "]";
    }
}
