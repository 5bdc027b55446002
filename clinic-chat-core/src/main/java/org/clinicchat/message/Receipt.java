package org.clinicchat.message;

import java.time.Instant;
import java.util.Objects;

/**
 * That a message was accepted: it is stored, and it has its place. Sending the same again gives an equal receipt (CARE-8).
 *
 * @param message the message's id
 * @param conversation where it stands
 * @param seq its place there
 * @param time when it was accepted
 */
public record Receipt(MessageId message, ConversationId conversation, MessageSeq seq, Instant time) {

    /** Checks that nothing is null. */
    public Receipt {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(seq, "seq");
        Objects.requireNonNull(time, "time");
    }

    /**
     * The receipt of a message.
     *
     * @param message what was accepted
     * @return its receipt
     */
    public static Receipt of(Message message) {
        return new Receipt(message.id(), message.conversation(), message.seq(), message.time());
    }
}
