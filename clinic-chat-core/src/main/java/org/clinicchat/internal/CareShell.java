package org.clinicchat.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clinicchat.audit.CareAudit;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.CareDecisions;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Decision;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.FreshIds;
import org.clinicchat.conversation.MissedMessages;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.Role;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;

/** The one path of every command of the care chat: load facts, decide, commit, signal. */
public final class CareShell {

    private static final int MOST_MISSED = 100;

    private final Wiring wiring;
    private final Refusals refusals;
    private final Gate gate;
    private final Optional<Lanes> lanes;
    private final Consumer<ConversationPosition> news;

    /** Without lanes where the storage itself holds a conversation from its facts to its commit. */
    CareShell(Wiring wiring, Refusals refusals, Gate gate, Optional<Lanes> lanes, Consumer<ConversationPosition> news) {
        this.wiring = wiring;
        this.refusals = refusals;
        this.gate = gate;
        this.lanes = lanes;
        this.news = news;
    }

    /** Sends a draft. */
    public Outcome<Receipt> send(Actor actor, Target target, Draft draft) {
        Objects.requireNonNull(draft, "draft");
        Optional<ClientMessageId> asked =
                draft.clientId().isWellFormed() ? Optional.of(draft.clientId()) : Optional.empty();
        return command(actor, target, asked, new Send(draft));
    }

    /** Retracts a message. */
    public Outcome<Message> retract(Actor actor, Target target, MessageId message) {
        Objects.requireNonNull(message, "message");
        return command(
                actor,
                target,
                Optional.empty(),
                facts -> log(facts, message).map(log -> CareDecisions.retract(facts, log)));
    }

    /** What the log says of a message; empty if the facts have moved meanwhile. */
    private Optional<RetractionFacts> log(CareFacts facts, MessageId message) {
        if (!facts.isVisible() || facts.head().isEmpty() || !message.isWellFormed()) {
            return Optional.of(RetractionFacts.NO_SUCH_MESSAGE);
        }
        Answer<RetractionFacts> answer =
                wiring.storage().conversations().retractionFacts(Reading.quietAccess(facts), message);
        return answer instanceof Answer.Current<RetractionFacts> current
                ? Optional.of(current.value())
                : Optional.empty();
    }

    /** Switches the chat off or on for its patient. */
    public Outcome<AvailabilityState> switchTo(
            Actor actor, Target target, Availability availability, Optional<String> reason) {
        return command(
                actor,
                target,
                Optional.empty(),
                facts -> Optional.of(CareDecisions.switchTo(facts, availability, reason, freshConversation(facts))));
    }

    /** Begins the conversation if it has not begun; part of a call that has passed the gate. */
    Outcome<ConversationId> begin(Actor actor, ConversationKey key) {
        Settled<ConversationId> settled = settle(
                actor,
                key,
                Optional.empty(),
                facts -> Optional.of(CareDecisions.open(facts, freshConversation(facts))));
        return settled.outcome();
    }

    /** Asks whether something would be allowed; leaves no record. */
    public Outcome<Allowed> ask(Actor actor, Target target, Function<CareFacts, Outcome<Allowed>> question) {
        return gate.pass(() -> target.resolve(wiring.storage().conversations())
                .map(key -> question.apply(facts(actor, key)))
                .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND))));
    }

    /** The facts as they are now, for a question or a reading. */
    CareFacts facts(Actor actor, ConversationKey key) {
        return facts(new CareQuestion(key, actor, Optional.empty()));
    }

    CareFacts facts(CareQuestion question) {
        StoredCare stored = wiring.storage().conversations().facts(question);
        return new CareFacts(question.actor(), question.key(), stored, wiring.settings(), wiring.now());
    }

    private <T> Outcome<T> command(Actor actor, Target target, Optional<ClientMessageId> clientId, Command<T> command) {
        Settled<T> settled = gate.pass(() -> target.resolve(wiring.storage().conversations())
                .map(key -> settle(actor, key, clientId, command))
                .orElseGet(() -> Settled.quietly(refusals.notFound(actor))));
        settled.news().ifPresent(news);
        return settled.outcome();
    }

    /**
     * Facts that may be old settle what a commit holds against the present, and nothing else: a refusal, and an acceptance that
     * changes nothing, are decided on fresh ones.
     */
    @Enforces({"DIS-5", "CARE-8"})
    private <T> Settled<T> settle(
            Actor actor, ConversationKey key, Optional<ClientMessageId> clientId, Command<T> command) {
        CareQuestion quick = new CareQuestion(key, actor, clientId, Purpose.TO_ACCEPT);
        CareQuestion fresh = new CareQuestion(key, actor, clientId, Purpose.TO_DECIDE);
        Supplier<Settled<T>> settling = () ->
                accept(quick, command).orElseGet(() -> Attempts.untilSettled(() -> decide(facts(fresh), command)));
        return lanes.isPresent() ? lanes.get().in(key, settling) : settling.get();
    }

    private <T> Optional<Settled<T>> accept(CareQuestion question, Command<T> command) {
        CareFacts facts = facts(question);
        return command.decide(facts)
                .flatMap(Outcome::toOptional)
                .filter(decision -> !decision.changes().isEmpty())
                .flatMap(decision -> commit(facts, decision, command));
    }

    private <T> Optional<Settled<T>> decide(CareFacts facts, Command<T> command) {
        return command.decide(facts).flatMap(outcome -> settle(facts, outcome, command));
    }

    private <T> Optional<Settled<T>> settle(CareFacts facts, Outcome<Decision<T>> outcome, Command<T> command) {
        if (outcome instanceof Outcome.Refused<Decision<T>> refused) {
            return command.explain(facts, refused.refusal()).map(told -> Settled.quietly(refuse(facts, told)));
        }
        Decision<T> decision = outcome.orThrow();
        return decision.changes().isEmpty()
                ? Optional.of(Settled.quietly(Outcome.accepted(decision.answer())))
                : commit(facts, decision, command);
    }

    /** Whoever was overtaken by another commit decides anew. */
    @Enforces({"DIS-6", "SUB-5", "SUB-8"})
    private <T> Optional<Settled<T>> commit(CareFacts facts, Decision<T> decision, Command<T> command) {
        ConversationHead after = Evolution.evolve(facts.stored().state(), decision.changes())
                .map(CareState::head)
                .orElseThrow();
        CommitAnswer answer = wiring.storage()
                .conversations()
                .commit(List.of(commitOf(facts, decision.changes(), after.id())))
                .get(0);
        if (answer instanceof CommitAnswer.Duplicate duplicate) {
            return decide(afresh(facts, duplicate.prior()), command);
        }
        if (answer instanceof CommitAnswer.Stale) {
            return Optional.empty();
        }
        ConversationPosition news = new ConversationPosition(facts.key(), after.revision());
        return Optional.of(new Settled<>(Outcome.accepted(decision.answer()), Optional.of(news)));
    }

    /** The facts as they are now, knowing of an earlier send that the commit found. */
    private CareFacts afresh(CareFacts facts, PriorSend prior) {
        CareFacts now = facts(new CareQuestion(facts.key(), facts.actor(), Optional.empty(), Purpose.TO_DECIDE));
        return new CareFacts(now.actor(), now.key(), now.stored().with(prior), now.settings(), now.now());
    }

    private static CareCommit commitOf(CareFacts facts, List<Change> changes, ConversationId conversation) {
        return new CareCommit(
                facts.key(),
                facts.practiceVersion(),
                facts.head().map(ConversationHead::revision).orElse(CareCommit.NOT_BEGUN),
                changes,
                CareAudit.of(facts.actor(), conversation, changes, facts.now()));
    }

    private <T> Outcome<T> refuse(CareFacts facts, Refusal refusal) {
        Optional<ConversationId> conversation =
                facts.isVisible() ? facts.head().map(ConversationHead::id) : Optional.empty();
        return refusals.refuse(facts.actor(), conversation, refusal);
    }

    /** What was written after the head that a draft expected; empty if the facts have moved meanwhile. */
    private Optional<Refusal> withMissed(CareFacts facts, Draft draft) {
        long expected = draft.expectedHead().orElseThrow().value();
        Answer<MessageSlice> answer = wiring.storage()
                .conversations()
                .read(Reading.access(facts), new MessageRange.After(expected, MOST_MISSED));
        return answer instanceof Answer.Current<MessageSlice> current
                ? Optional.of(Refusal.of(RefusalCode.HEAD_MOVED, missed(current.value())))
                : Optional.empty();
    }

    private static MissedMessages missed(MessageSlice slice) {
        List<Message> messages = slice.messages().stream().map(Message::shown).toList();
        return new MissedMessages(MessageSeq.of(slice.head().lastSeq()), messages);
    }

    private FreshIds freshIds(CareFacts facts) {
        boolean mayReply = facts.actor().self().role() == Role.PATIENT
                && facts.stored()
                        .practice()
                        .map(practice -> practice.autoReply().active())
                        .orElse(false);
        return new FreshIds(
                freshConversation(facts),
                MessageId.of(wiring.newId()),
                mayReply ? Optional.of(MessageId.of(wiring.newId())) : Optional.empty());
    }

    private ConversationId freshConversation(CareFacts facts) {
        return facts.head().map(ConversationHead::id).orElseGet(() -> ConversationId.of(wiring.newId()));
    }

    /** What the caller gets, and what subscribers are told: outside the lane, so that a listener holds nobody up. */
    private record Settled<T>(Outcome<T> outcome, Optional<ConversationPosition> news) {
        static <T> Settled<T> quietly(Outcome<T> outcome) {
            return new Settled<>(outcome, Optional.empty());
        }
    }

    /** A command: what it decides on facts, and what it tells beside a refusal that stands. */
    private interface Command<T> {

        /** The decision; empty if the facts have moved meanwhile. */
        Optional<Outcome<Decision<T>>> decide(CareFacts facts);

        /** The refusal with its detail; empty if the facts have moved meanwhile. */
        default Optional<Refusal> explain(CareFacts facts, Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** Sending. What was missed is read when the refusal stands, and so once: a substitute's look is recorded. */
    private final class Send implements Command<Receipt> {
        private final Draft draft;

        Send(Draft draft) {
            this.draft = draft;
        }

        @Override
        public Optional<Outcome<Decision<Receipt>>> decide(CareFacts facts) {
            return Optional.of(CareDecisions.send(facts, draft, freshIds(facts)));
        }

        @Override
        public Optional<Refusal> explain(CareFacts facts, Refusal refusal) {
            boolean missed =
                    refusal.code() == RefusalCode.HEAD_MOVED && facts.head().isPresent();
            return missed ? withMissed(facts, draft) : Optional.of(refusal);
        }
    }
}
