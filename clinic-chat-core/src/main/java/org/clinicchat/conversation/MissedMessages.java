package org.clinicchat.conversation;

import java.util.List;
import java.util.Objects;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.RefusalDetail;

/**
 * What was written after the head that a sender expected (CARE-9). It marks nothing as read. Its {@code toString} has no
 * text.
 *
 * @param head the last message now
 * @param messages the messages after the expected one, in order; the first page of them if they are many
 */
public record MissedMessages(MessageSeq head, List<Message> messages) implements RefusalDetail {

    /** Takes a copy. */
    public MissedMessages {
        Objects.requireNonNull(head, "head");
        messages = List.copyOf(messages);
    }
}
