package org.clinicchat.port;

import java.util.Objects;
import org.clinicchat.conversation.ConversationKey;

/**
 * How far a conversation is: what a sweep compares, and what a signal tells.
 *
 * @param key which conversation
 * @param revision its revision
 */
public record ConversationPosition(ConversationKey key, long revision) {

    /** Checks that nothing is null. */
    public ConversationPosition {
        Objects.requireNonNull(key, "key");
    }
}
