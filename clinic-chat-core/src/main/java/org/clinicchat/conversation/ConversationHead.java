package org.clinicchat.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ConversationId;

/**
 * What is known of a conversation without its messages: of constant size, however long the conversation is. Its revision is
 * also its version: every commit names the revision that it was decided on. Immutable; its {@code toString} has ids and
 * numbers alone.
 *
 * @param id the conversation's id
 * @param key whose conversation it is
 * @param revision how many events there were: messages, retractions, changes of availability
 * @param lastSeq the last message's place; 0 if there is none
 * @param lastTime the last message's time, or the beginning's if there is none; what an inbox is sorted by
 * @param tally how many messages of each side there are
 * @param availability whether the chat is switched on
 * @param preview of the newest message that lists show, if there is one
 * @param awaitingReplySince since when the patient waits for a human answer, if he does (READ-8)
 */
public record ConversationHead(
        ConversationId id,
        ConversationKey key,
        long revision,
        long lastSeq,
        Instant lastTime,
        Tally tally,
        AvailabilityState availability,
        Optional<Preview> preview,
        Optional<Instant> awaitingReplySince) {

    /** Checks that nothing is null. */
    public ConversationHead {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(lastTime, "lastTime");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(availability, "availability");
        Objects.requireNonNull(preview, "preview");
        Objects.requireNonNull(awaitingReplySince, "awaitingReplySince");
    }

    /**
     * The head of a conversation in which nothing has happened.
     *
     * @param started its beginning
     * @return the head, at revision 0
     */
    static ConversationHead of(Change.ConversationStarted started) {
        return new ConversationHead(
                started.id(),
                started.key(),
                0,
                0,
                started.time(),
                Tally.ZERO,
                AvailabilityState.initial(started.time()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The last message's time.
     *
     * @return when, or empty if there is no message
     */
    public Optional<Instant> lastMessageTime() {
        return lastSeq == 0 ? Optional.empty() : Optional.of(lastTime);
    }

    @Override
    public String toString() {
        return "ConversationHead[" + id + ", revision " + revision + ", last " + lastSeq + "]";
    }
}
