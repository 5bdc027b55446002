package org.clinicchat.conversation;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;

/**
 * New ids that a decision may give out. A decision makes none itself: it has no randomness.
 *
 * @param conversation for the conversation, should it begin
 * @param message for the message
 * @param autoReply for the automatic reply; empty only where none can be due
 */
public record FreshIds(ConversationId conversation, MessageId message, Optional<MessageId> autoReply) {

    /** Checks that nothing is null. */
    public FreshIds {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(autoReply, "autoReply");
    }
}
