package org.clinicchat.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.service.AutoReplyLedger;

/** What a conversation is after a change: pure and total. */
public final class Evolution {

    private Evolution() {}

    /**
     * The state after some changes.
     *
     * @param state before; empty if the conversation has not begun
     * @param changes in their order; the first begins the conversation if there was no state
     * @return after
     */
    public static Optional<CareState> evolve(Optional<CareState> state, List<Change> changes) {
        Optional<CareState> now = state;
        for (Change change : changes) {
            now = change.accept(new Step(now));
        }
        return now;
    }

    /**
     * Since when the patient waits after one message more (READ-8): an automatic reply and a notice of the host end no wait.
     *
     * @param before since when he waited, if he did
     * @param message the next message
     * @return since when he waits, if he does
     */
    @Enforces({"READ-8", "AUTO-6", "SUB-4"})
    static Optional<Instant> awaiting(Optional<Instant> before, Message message) {
        if (message.kind() != MessageKind.HUMAN) {
            return before;
        }
        boolean byPatient = Side.of(message.authorship().author()).equals(Optional.of(Side.PATIENT));
        if (byPatient) {
            return before.isPresent() ? before : Optional.of(message.time());
        }
        return Optional.empty();
    }

    /** The state on which the next change is applied. */
    private record Step(Optional<CareState> state) implements Change.Visitor<Optional<CareState>> {

        @Override
        public Optional<CareState> started(Change.ConversationStarted change) {
            return Optional.of(new CareState(ConversationHead.of(change), AutoReplyLedger.EMPTY));
        }

        @Override
        public Optional<CareState> appended(Change.MessageAppended change) {
            ConversationHead head = begun().head();
            Message message = change.message();
            return with(new ConversationHead(
                    head.id(),
                    head.key(),
                    change.revision(),
                    message.seq().value(),
                    message.time(),
                    change.tally(),
                    head.availability(),
                    Preview.isShown(message) ? Optional.of(Preview.of(message)) : head.preview(),
                    awaiting(head.awaitingReplySince(), message)));
        }

        @Override
        public Optional<CareState> autoReplyDelivered(Change.AutoReplyDelivered change) {
            return Optional.of(new CareState(begun().head(), AutoReplyLedger.DELIVERED));
        }

        @Override
        public Optional<CareState> retracted(Change.MessageRetracted change) {
            ConversationHead head = begun().head();
            return with(new ConversationHead(
                    head.id(),
                    head.key(),
                    change.revision(),
                    head.lastSeq(),
                    head.lastTime(),
                    head.tally(),
                    head.availability(),
                    change.preview(),
                    change.awaitingReplySince()));
        }

        @Override
        public Optional<CareState> availabilityChanged(Change.AvailabilityChanged change) {
            ConversationHead head = begun().head();
            return with(new ConversationHead(
                    head.id(),
                    head.key(),
                    change.revision(),
                    head.lastSeq(),
                    head.lastTime(),
                    head.tally(),
                    change.state(),
                    head.preview(),
                    head.awaitingReplySince()));
        }

        @Override
        public Optional<CareState> seen(Change.SeenUpTo change) {
            return state;
        }

        private Optional<CareState> with(ConversationHead head) {
            return Optional.of(new CareState(head, begun().ledger()));
        }

        private CareState begun() {
            return state.orElseThrow(() -> new IllegalStateException("the first change of a conversation begins it"));
        }
    }
}
