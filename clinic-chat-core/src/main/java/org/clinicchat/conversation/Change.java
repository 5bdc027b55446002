package org.clinicchat.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyDelivery;

/**
 * What an accepted command changes. One list of changes is stored, audited and delivered, so that these cannot disagree.
 * Every change has its revision where readers see it; no {@code toString} has a text or names anybody.
 */
public sealed interface Change {

    /**
     * Calls the visitor's method for this change.
     *
     * @param visitor has a method for each change
     * @param <R> what it gives
     * @return what it gave
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each change, none with a default: a new change does not compile until every adapter knows it.
     *
     * @param <R> what the methods give
     */
    interface Visitor<R> {
        /**
         * The conversation begins.
         *
         * @param change what
         * @return the visitor's
         */
        R started(ConversationStarted change);

        /**
         * A message is added.
         *
         * @param change what
         * @return the visitor's
         */
        R appended(MessageAppended change);

        /**
         * An automatic reply is written into the ledger.
         *
         * @param change what
         * @return the visitor's
         */
        R autoReplyDelivered(AutoReplyDelivered change);

        /**
         * A message is retracted.
         *
         * @param change what
         * @return the visitor's
         */
        R retracted(MessageRetracted change);

        /**
         * The chat is switched off or on.
         *
         * @param change what
         * @return the visitor's
         */
        R availabilityChanged(AvailabilityChanged change);

        /**
         * A sender had messages on the screen.
         *
         * @param change what
         * @return the visitor's
         */
        R seen(SeenUpTo change);
    }

    /**
     * The conversation begins, at revision 0 (CARE-1).
     *
     * @param id its id
     * @param key whose
     * @param time when
     */
    record ConversationStarted(ConversationId id, ConversationKey key, Instant time) implements Change {
        /** Checks that nothing is null. */
        public ConversationStarted {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(time, "time");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /**
     * A message is added at the next sequence (CARE-7).
     *
     * @param revision the event's revision
     * @param message the message
     * @param tally the tally up to it
     * @param clientId the sender's id, under which the acceptance is remembered (CARE-8); empty for an automatic reply
     */
    record MessageAppended(long revision, Message message, Tally tally, Optional<ClientMessageId> clientId)
            implements Change {
        /** Checks that nothing is null. */
        public MessageAppended {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(tally, "tally");
            Objects.requireNonNull(clientId, "clientId");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.appended(this);
        }
    }

    /**
     * An automatic reply is written into the ledger, beside its message in the same commit (AUTO-3).
     *
     * @param delivery the ledger's entry
     */
    record AutoReplyDelivered(AutoReplyDelivery delivery) implements Change {
        /** Checks that nothing is null. */
        public AutoReplyDelivered {
            Objects.requireNonNull(delivery, "delivery");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.autoReplyDelivered(this);
        }
    }

    /**
     * A message is retracted; its text is kept for the export (CARE-6).
     *
     * @param revision the event's revision
     * @param message the message with its retraction and its text
     * @param preview the preview without it
     * @param awaitingReplySince since when the patient waits, without it
     */
    record MessageRetracted(
            long revision, Message message, Optional<Preview> preview, Optional<Instant> awaitingReplySince)
            implements Change {
        /** Checks that nothing is null. */
        public MessageRetracted {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(preview, "preview");
            Objects.requireNonNull(awaitingReplySince, "awaitingReplySince");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.retracted(this);
        }
    }

    /**
     * The chat is switched off or on (DIS-5).
     *
     * @param revision the event's revision
     * @param state what it is now
     */
    record AvailabilityChanged(long revision, AvailabilityState state) implements Change {
        /** Checks that nothing is null. */
        public AvailabilityChanged {
            Objects.requireNonNull(state, "state");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.availabilityChanged(this);
        }
    }

    /**
     * A sender had messages on the screen: his cursor rises to the place, if it is below it (READ-2, READ-7). It lies outside
     * the conversation's revision.
     *
     * @param reader whose cursor
     * @param seq the last message that was seen
     */
    record SeenUpTo(PersonRef reader, long seq) implements Change {
        /** Checks that nothing is null. */
        public SeenUpTo {
            Objects.requireNonNull(reader, "reader");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seen(this);
        }
    }
}
