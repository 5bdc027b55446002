package org.clinicchat.port;

import java.util.Objects;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.service.Practice;

/**
 * One conversation of a patient's, with what its row is made from.
 *
 * @param head the conversation's head
 * @param practice the owner's practice
 * @param unread how many messages are unread for the patient
 * @param markedUnread whether the patient marked it as unread
 */
public record PatientListed(ConversationHead head, Practice practice, long unread, boolean markedUnread) {

    /** Checks that nothing is null. */
    public PatientListed {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(practice, "practice");
    }
}
