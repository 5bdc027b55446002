package org.clinicchat.conversation;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * What a page shows beside the messages. Its {@code toString} has ids and numbers of the conversation alone.
 *
 * @param id the conversation
 * @param practitioner its owner
 * @param patient with whom
 * @param head the last message's place; 0 if there is none
 * @param revision the conversation's revision at the reading; where the page has no later messages, resuming from here gives
 *     exactly what comes after it (LIVE-1)
 * @param availability whether the chat is switched on; for the patient without person and reason (DIS-3)
 * @param unread how many messages are unread for the reader after this call
 * @param markedUnread whether the conversation is marked as unread for the reader after this call
 * @param readUpTo the reader's cursor after this call
 * @param colleaguesMayRead whether colleagues may stand in now (SUB-7)
 * @param readByOtherSide how far the other side has read; empty while receipts are hidden (READ-9)
 */
public record ConversationStatus(
        ConversationId id,
        PractitionerId practitioner,
        PatientId patient,
        MessageSeq head,
        Revision revision,
        AvailabilityState availability,
        long unread,
        boolean markedUnread,
        MessageSeq readUpTo,
        boolean colleaguesMayRead,
        Optional<MessageSeq> readByOtherSide) {

    /** Checks that nothing is null. */
    public ConversationStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(readUpTo, "readUpTo");
        Objects.requireNonNull(readByOtherSide, "readByOtherSide");
    }

    /**
     * Whether it shows as unread: by count or by mark (READ-4).
     *
     * @return true if it does
     */
    public boolean isUnread() {
        return unread > 0 || markedUnread;
    }
}
