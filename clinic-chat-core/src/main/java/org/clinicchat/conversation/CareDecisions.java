package org.clinicchat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.PlainText;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Retraction;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReply;

/**
 * The decisions of the care chat: facts and a command in, a refusal or a list of changes out. Pure and total: no clock, no
 * randomness, no input or output.
 */
public final class CareDecisions {

    /** The longest reason of a disabling, in code points. */
    public static final int LONGEST_REASON = 500;

    private CareDecisions() {}

    /**
     * Opening a conversation, which makes it if there is none (CARE-1).
     *
     * @param facts what is known
     * @param fresh the id, should the conversation begin
     * @return the conversation's id and what changes
     */
    @Enforces("CARE-1")
    public static Outcome<Decision<ConversationId>> open(CareFacts facts, ConversationId fresh) {
        Optional<Refusal> refusal = CareRules.visible(facts);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Log log = new Log(facts, fresh);
        return Outcome.accepted(new Decision<>(log.id, log.changes));
    }

    /**
     * Sending (CARE-4 to CARE-9, AUTO).
     *
     * @param facts what is known
     * @param draft what is sent
     * @param ids new ids
     * @return the receipt and what changes; for a replay the first receipt and no change
     */
    @Enforces({"CARE-4", "CARE-7", "CARE-8", "READ-7"})
    public static Outcome<Decision<Receipt>> send(CareFacts facts, Draft draft, FreshIds ids) {
        Optional<PriorSend> prior = facts.stored().prior();
        if (prior.isPresent() && (facts.isVisible() || prior.get().key().equals(facts.key()))) {
            return replay(prior.get(), facts, draft);
        }
        Optional<Refusal> refusal = CareRules.whyNotSend(facts, draft);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Log log = new Log(facts, ids.conversation());
        draft.seenUpTo().ifPresent(seen -> log.see(facts.settings().readerOf(facts.actor()), seen));
        MessageKind kind = facts.isHost() ? MessageKind.SYSTEM : MessageKind.HUMAN;
        Message message = log.append(ids.message(), Authorship.of(facts.actor()), kind, draft);
        if (isAutoReplyDue(facts, kind)) {
            log.appendAutoReply(ids.autoReply().orElseThrow());
        }
        return Outcome.accepted(new Decision<>(Receipt.of(message), log.changes));
    }

    /**
     * What a send gives under an id that was accepted before (CARE-8). Where the id was used in another conversation than the
     * one that is meant, this is asked only if that one may be seen: the answer would tell that it exists (SAFE-1).
     *
     * @param prior what was accepted
     * @param facts what is known now
     * @param draft what is sent
     * @return the first receipt, or that the id was used for other content
     */
    @Enforces("CARE-8")
    public static Outcome<Decision<Receipt>> replay(PriorSend prior, CareFacts facts, Draft draft) {
        return prior.isSame(facts.key(), draft)
                ? Outcome.accepted(Decision.unchanged(prior.receipt()))
                : Outcome.refused(Refusal.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED));
    }

    /**
     * Retracting a message that was entered in error, also while the chat is disabled; doing it again changes nothing
     * (CARE-6).
     *
     * @param facts what is known
     * @param log what the log says of the message
     * @return the tombstone and what changes
     */
    @Enforces("CARE-6")
    public static Outcome<Decision<Message>> retract(CareFacts facts, RetractionFacts log) {
        Optional<Refusal> refusal = CareRules.visible(facts);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (facts.head().isEmpty() || log.target().isEmpty()) {
            return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND));
        }
        Message target = log.target().get();
        boolean isAuthor = target.authorship().author().equals(facts.actor().self());
        if (!isAuthor && !facts.isOwner()) {
            return Outcome.refused(Refusal.of(RefusalCode.NOT_AUTHOR));
        }
        if (target.isRetracted()) {
            return Outcome.accepted(Decision.unchanged(target.shown()));
        }
        Message retracted = target.retracted(new Retraction(Authorship.of(facts.actor()), facts.now()));
        Change change = new Change.MessageRetracted(
                facts.head().get().revision() + 1,
                retracted,
                log.newestOther().map(Preview::of),
                log.waitingSinceWithout());
        return Outcome.accepted(new Decision<>(retracted.shown(), List.of(change)));
    }

    /**
     * Switching the chat off or on for this patient; switching it to what it is changes nothing (DIS-5).
     *
     * @param facts what is known
     * @param to off or on
     * @param reason the owner's reason, for the record
     * @param fresh the id, should the conversation begin
     * @return what the chat is then, and what changes
     */
    @Enforces({"DIS-1", "DIS-5"})
    public static Outcome<Decision<AvailabilityState>> switchTo(
            CareFacts facts, Availability to, Optional<String> reason, ConversationId fresh) {
        Optional<Refusal> refusal = CareRules.visible(facts)
                .or(() -> CareRules.mayDisable(facts))
                .or(() -> reason.flatMap(text -> PlainText.whyNot(text, LONGEST_REASON)));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        AvailabilityState present = facts.head()
                .map(ConversationHead::availability)
                .orElseGet(() -> AvailabilityState.initial(facts.now()));
        if (present.availability() == to) {
            return Outcome.accepted(Decision.unchanged(present));
        }
        Log log = new Log(facts, fresh);
        AvailabilityState next = log.switchTo(to, reason);
        return Outcome.accepted(new Decision<>(next, log.changes));
    }

    /**
     * Whether the actor could send a new, valid draft now (CARE-10).
     *
     * @param facts what is known
     * @return yes, or the reason that the send would give
     */
    @Enforces("CARE-10")
    public static Outcome<Allowed> canSend(CareFacts facts) {
        return answer(CareRules.whyNotSendAnything(facts));
    }

    /**
     * Whether the actor could send a new, valid draft with an attachment now (CARE-10).
     *
     * @param facts what is known
     * @return yes, or the reason that the send would give
     */
    @Enforces({"CARE-10", "CARE-3"})
    public static Outcome<Allowed> canAttach(CareFacts facts) {
        return answer(CareRules.whyNotSendAnything(facts).or(() -> CareRules.attachmentsAllowed(facts)));
    }

    /**
     * Whether the actor could see the conversation now (CARE-10), whether or not it has begun.
     *
     * @param facts what is known
     * @return yes, or the reason that the reading would give
     */
    @Enforces("CARE-10")
    public static Outcome<Allowed> canView(CareFacts facts) {
        return answer(CareRules.visible(facts));
    }

    /**
     * Whether what is marked as read is there to be read: what is beyond the last message is unseen (READ-7).
     *
     * @param facts what is known
     * @param upTo the last place that is marked
     * @return yes, or that there is no such place
     */
    @Enforces({"READ-7", "SAFE-6"})
    public static Outcome<Allowed> canMarkRead(CareFacts facts, MessageSeq upTo) {
        return answer(CareRules.isThere(facts, upTo));
    }

    private static Outcome<Allowed> answer(Optional<Refusal> refusal) {
        return refusal.<Outcome<Allowed>>map(Outcome::refused).orElseGet(Allowed::yes);
    }

    @Enforces({"AUTO-1", "AUTO-2"})
    private static boolean isAutoReplyDue(CareFacts facts, MessageKind kind) {
        return kind == MessageKind.HUMAN
                && facts.isPatient()
                && facts.practice().autoReply().active()
                && facts.stored()
                        .state()
                        .map(state -> facts.settings().autoReply().isDue(state.ledger()))
                        .orElse(true);
    }

    /** The end of the log while one command adds to it. */
    private static final class Log {
        private final CareFacts facts;
        private final ConversationId id;
        private final List<Change> changes = new ArrayList<>(3);
        private long revision;
        private long seq;
        private Instant time;
        private Tally tally;

        Log(CareFacts facts, ConversationId fresh) {
            this.facts = facts;
            Optional<ConversationHead> head = facts.head();
            if (head.isEmpty()) {
                changes.add(new Change.ConversationStarted(fresh, facts.key(), facts.now()));
            }
            id = head.map(ConversationHead::id).orElse(fresh);
            revision = head.map(ConversationHead::revision).orElse(0L);
            seq = head.map(ConversationHead::lastSeq).orElse(0L);
            time = head.map(ConversationHead::lastTime)
                    .filter(last -> last.isAfter(facts.now()))
                    .orElse(facts.now());
            tally = head.map(ConversationHead::tally).orElse(Tally.ZERO);
        }

        @Enforces("READ-7")
        void see(PersonRef reader, MessageSeq seen) {
            changes.add(new Change.SeenUpTo(reader, seen.value()));
        }

        Message append(MessageId messageId, Authorship authorship, MessageKind kind, Draft draft) {
            Message message = new Message(
                    messageId,
                    id,
                    MessageSeq.of(seq + 1),
                    time,
                    authorship,
                    kind,
                    draft.text(),
                    draft.attachments(),
                    Optional.empty());
            append(message, Optional.of(draft.clientId()));
            return message;
        }

        @Enforces({"AUTO-3", "AUTO-5"})
        void appendAutoReply(MessageId messageId) {
            AutoReply reply = facts.practice().autoReply();
            Message message = new Message(
                    messageId,
                    id,
                    MessageSeq.of(seq + 1),
                    time,
                    Authorship.of(PersonRef.of(facts.key().practitioner())),
                    MessageKind.AUTO_REPLY,
                    reply.text(),
                    List.of(),
                    Optional.empty());
            append(message, Optional.empty());
            changes.add(new Change.AutoReplyDelivered(reply.delivery()));
        }

        AvailabilityState switchTo(Availability to, Optional<String> reason) {
            revision++;
            AvailabilityState next = new AvailabilityState(
                    to, facts.now(), Optional.of(facts.actor().self()), reason);
            changes.add(new Change.AvailabilityChanged(revision, next));
            return next;
        }

        private void append(Message message, Optional<ClientMessageId> clientId) {
            revision++;
            seq++;
            tally = tally.plus(message);
            changes.add(new Change.MessageAppended(revision, message, tally, clientId));
        }
    }
}
