package org.clinicchat.port;

import java.util.List;
import java.util.Objects;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.Message;

/**
 * Some messages as they are stored, and what was true at the same moment.
 *
 * @param messages in order and without a gap; retracted ones with their text
 * @param head the conversation's head
 * @param before the reader's read state before this call
 * @param after the reader's read state after this call; the same if it marked nothing
 * @param unread how many messages are unread for the reader after this call (READ-3)
 * @param otherSideCursor the highest cursor of anybody on the other side; 0 if nobody has one
 */
public record MessageSlice(
        List<Message> messages,
        ConversationHead head,
        ReadState before,
        ReadState after,
        long unread,
        long otherSideCursor) {

    /** Takes a copy. */
    public MessageSlice {
        messages = List.copyOf(messages);
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
