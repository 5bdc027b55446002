package org.clinicchat.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;

/**
 * Some messages of a conversation, in their order and without a gap; retracted ones as tombstones. Its {@code toString} has
 * no text.
 *
 * @param status what a page shows beside the messages
 * @param messages the messages
 * @param firstUnread the first of them that was unread for the reader before this call: where a view scrolls to
 * @param hasEarlier whether there are messages before the first of these; on an empty page, before the place that was asked
 * @param hasLater whether there are messages after the last of these; on an empty page, after the place that was asked
 * @param ticket given by opening, and by nothing else (READ-5)
 */
public record ConversationPage(
        ConversationStatus status,
        List<Message> messages,
        Optional<MessageSeq> firstUnread,
        boolean hasEarlier,
        boolean hasLater,
        Optional<ReadTicket> ticket) {

    /** Takes a copy. */
    public ConversationPage {
        Objects.requireNonNull(status, "status");
        messages = List.copyOf(messages);
        Objects.requireNonNull(firstUnread, "firstUnread");
        Objects.requireNonNull(ticket, "ticket");
    }

    /**
     * The last message that a view of this page shows: what it may mark as read, and from where it turns the page.
     *
     * @return its place, or empty if the page has no message
     */
    public Optional<MessageSeq> lastShown() {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.get(messages.size() - 1).seq());
    }
}
