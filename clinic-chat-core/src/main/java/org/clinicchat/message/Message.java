package org.clinicchat.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * One message of a conversation. Append-only: nothing of it ever changes but that it can be retracted once, and then every
 * reader gets {@link #shown()}, its tombstone (CARE-6). Its {@code toString} has no text and names nobody.
 *
 * @param id its id
 * @param conversation where it stands
 * @param seq its place there
 * @param time when it was accepted, in microseconds, never earlier than the message before it (CARE-7)
 * @param authorship who wrote, and for whom
 * @param kind what it is
 * @param text plain text, kept to the code point; empty if it has only attachments or is shown as a tombstone
 * @param attachments the files that it names
 * @param retraction who retracted it and when, if somebody has
 */
@Enforces("CARE-6")
public record Message(
        MessageId id,
        ConversationId conversation,
        MessageSeq seq,
        Instant time,
        Authorship authorship,
        MessageKind kind,
        String text,
        List<AttachmentRef> attachments,
        Optional<Retraction> retraction) {

    /** Checks that nothing is null. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(seq, "seq");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(authorship, "authorship");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(retraction, "retraction");
    }

    /**
     * Whether it was retracted.
     *
     * @return true for a tombstone
     */
    public boolean isRetracted() {
        return retraction.isPresent();
    }

    /**
     * The message as people see it: a retracted one without text and attachments.
     *
     * @return the message, or its tombstone
     */
    public Message shown() {
        return isRetracted() ? withContent("", List.of()) : this;
    }

    /**
     * The message after its retraction, with its text kept for the export.
     *
     * @param by who retracts it and when
     * @return the retracted message
     */
    public Message retracted(Retraction by) {
        return new Message(id, conversation, seq, time, authorship, kind, text, attachments, Optional.of(by));
    }

    private Message withContent(String newText, List<AttachmentRef> newAttachments) {
        return new Message(id, conversation, seq, time, authorship, kind, newText, newAttachments, retraction);
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "Message[" + id + ", " + seq + " of " + conversation + ", " + kind + "]";
    }
}
