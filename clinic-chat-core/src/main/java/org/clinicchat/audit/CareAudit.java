package org.clinicchat.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Change;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;

/** What the audit keeps of the changes of a care conversation: a pure function of them, so that none can be left out. */
@Enforces("SAFE-3")
public final class CareAudit {

    private CareAudit() {}

    /**
     * The records of some changes, in their order. A message is its own record of having been sent, and a read cursor of
     * having been raised.
     *
     * @param actor who makes them
     * @param conversation where
     * @param changes what changes
     * @param now when
     * @return the records, to be stored in the same commit
     */
    public static List<AuditRecord> of(Actor actor, ConversationId conversation, List<Change> changes, Instant now) {
        List<AuditRecord> records = List.of();
        for (Change change : changes) {
            Optional<AuditAction> action = change.accept(Action.OF);
            if (action.isPresent()) {
                // Most commands are messages, of which the audit keeps nothing: they get no list of their own.
                records = records.isEmpty() ? new ArrayList<>(changes.size()) : records;
                records.add(AuditRecord.of(action.get(), actor, Optional.of(conversation), now));
            }
        }
        return records;
    }

    /** Which action a change is, if it is one that the audit keeps. */
    private enum Action implements Change.Visitor<Optional<AuditAction>> {
        OF;

        @Override
        public Optional<AuditAction> started(Change.ConversationStarted change) {
            return Optional.of(AuditAction.CONVERSATION_STARTED);
        }

        @Override
        public Optional<AuditAction> appended(Change.MessageAppended change) {
            return Optional.empty();
        }

        @Override
        public Optional<AuditAction> autoReplyDelivered(Change.AutoReplyDelivered change) {
            return Optional.empty();
        }

        @Override
        public Optional<AuditAction> retracted(Change.MessageRetracted change) {
            return Optional.of(AuditAction.MESSAGE_RETRACTED);
        }

        @Override
        public Optional<AuditAction> availabilityChanged(Change.AvailabilityChanged change) {
            boolean off = change.state().isDisabled();
            return Optional.of(off ? AuditAction.CHAT_DISABLED : AuditAction.CHAT_ENABLED);
        }

        @Override
        public Optional<AuditAction> seen(Change.SeenUpTo change) {
            return Optional.empty();
        }
    }
}
