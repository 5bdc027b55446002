package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Enforces;

/**
 * What happened in a conversation, as its readers are told (LIVE-1). The revisions of one conversation are 1, 2, 3 …
 * without gaps, one for each event: a repeat is told by its revision, and nothing can be missing unseen. No
 * {@code toString} has a text or names anybody.
 */
@Enforces("LIVE-1")
public sealed interface ConversationEvent {

    /**
     * The conversation.
     *
     * @return its id
     */
    ConversationId conversation();

    /**
     * The event's place among the conversation's events.
     *
     * @return 1 or more
     */
    Revision revision();

    /**
     * The event as people see it: a retracted message without its text.
     *
     * @return the event
     */
    ConversationEvent shown();

    /**
     * The event as the patient sees it: besides, without the reason of a disabling.
     *
     * @return the event
     */
    ConversationEvent shownToPatient();

    /**
     * A message was added. Told after its retraction, it is already its tombstone.
     *
     * @param revision the event's place
     * @param message the message
     */
    record Arrived(Revision revision, Message message) implements ConversationEvent {
        /** Checks that nothing is null. */
        public Arrived {
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public ConversationId conversation() {
            return message.conversation();
        }

        @Override
        public ConversationEvent shown() {
            return message.isRetracted() ? new Arrived(revision, message.shown()) : this;
        }

        @Override
        public ConversationEvent shownToPatient() {
            return shown();
        }
    }

    /**
     * A message was retracted.
     *
     * @param revision the event's place
     * @param message the message, with its retraction
     */
    record Retracted(Revision revision, Message message) implements ConversationEvent {
        /** Checks that nothing is null. */
        public Retracted {
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public ConversationId conversation() {
            return message.conversation();
        }

        @Override
        public ConversationEvent shown() {
            return new Retracted(revision, message.shown());
        }

        @Override
        public ConversationEvent shownToPatient() {
            return shown();
        }
    }

    /**
     * The chat was switched off or on.
     *
     * @param revision the event's place
     * @param conversation where
     * @param state what it was from then on
     */
    record Switched(Revision revision, ConversationId conversation, AvailabilityState state)
            implements ConversationEvent {
        /** Checks that nothing is null. */
        public Switched {
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(conversation, "conversation");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public ConversationEvent shown() {
            return this;
        }

        @Override
        public ConversationEvent shownToPatient() {
            return new Switched(revision, conversation, state.forPatient());
        }
    }
}
