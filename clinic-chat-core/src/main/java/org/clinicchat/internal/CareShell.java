package org.clinicchat.internal;

import java.util.ArrayList;
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
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Decision;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.FreshIds;
import org.clinicchat.conversation.MissedMessages;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.StoredCare;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one path of every command of the care chat: load facts, decide, commit, signal. */
public final class CareShell {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.care");

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
        return command(
                actor,
                target,
                Optional.of(draft),
                facts -> Optional.of(CareDecisions.send(facts, draft, freshIds(facts))));
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
        Call<ConversationId> opening = new Call<>(
                key,
                actor,
                Optional.empty(),
                facts -> Optional.of(CareDecisions.open(facts, freshConversation(facts))));
        settle(opening);
        return opening.outcome();
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

    private <T> Outcome<T> command(
            Actor actor,
            Target target,
            Optional<Draft> draft,
            Function<CareFacts, Optional<Outcome<Decision<T>>>> command) {
        Supplier<Outcome<T>> settled =
                gate.pass(() -> target.resolve(wiring.storage().conversations())
                        .map(key -> settled(new Call<>(key, actor, draft, command)))
                        .orElseGet(() -> quietly(refusals.notFound(actor))));
        return settled.get();
    }

    /** Tells subscribers when it is asked: outside lane and gate, so that a listener holds nobody up. */
    private <T> Supplier<Outcome<T>> settled(Call<T> call) {
        settle(call);
        return () -> call.tell(news);
    }

    private static <T> Supplier<Outcome<T>> quietly(Outcome<T> outcome) {
        return () -> outcome;
    }

    private void settle(Call<?> call) {
        if (lanes.isPresent()) {
            lanes.get().in(call, this::settle);
        } else {
            settleAlone(call);
        }
    }

    /** Those that can be are settled together, and the first in any case. What fails together fails nobody: each is tried alone. */
    private void settle(List<Call<?>> calls) {
        Call<?> first = calls.get(0);
        if (calls.size() > 1) {
            try {
                acceptTogether(calls);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Sends that came together are tried one by one: {}.",
                        e.getClass().getName());
                calls.forEach(call -> call.goAlone(true));
            }
        }
        if (!first.isSettled()) {
            settleAlone(first);
        }
    }

    /** Each is decided on what the one before leaves behind, under the one version of the practice that the first knows. */
    @Enforces({"CARE-7", "SUB-5"})
    private void acceptTogether(List<Call<?>> calls) {
        StoredCare base = facts(calls.get(0).question(Purpose.TO_ACCEPT)).stored();
        Optional<CareState> state = base.state();
        List<Call<?>> proposed = new ArrayList<>();
        List<CareCommit> commits = new ArrayList<>();
        for (Call<?> call : calls) {
            CareFacts facts = at(state, facts(call.question(Purpose.TO_ACCEPT)));
            boolean proposes = facts.stored().practice().equals(base.practice()) && propose(call, facts, commits);
            call.goAlone(!proposes);
            if (proposes) {
                proposed.add(call);
                state = Evolution.evolve(state, commits.get(commits.size() - 1).changes());
            }
        }
        if (!commits.isEmpty()) {
            answer(proposed, wiring.storage().conversations().commit(commits));
        }
    }

    private static void answer(List<Call<?>> proposed, List<CommitAnswer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitAnswer.Committed) {
                proposed.get(i).committed();
            }
            proposed.get(i).goAlone(answers.get(i) instanceof CommitAnswer.Duplicate);
        }
    }

    private <T> boolean propose(Call<T> call, CareFacts facts, List<CareCommit> commits) {
        Optional<Decision<T>> decision = accepted(call, facts);
        if (decision.isPresent()) {
            commits.add(commitOf(call, facts, decision.get()));
        }
        return decision.isPresent();
    }

    /**
     * Facts that may be old settle what a commit holds against the present, and nothing else: a refusal, and an acceptance that
     * changes nothing, are decided on fresh ones.
     */
    @Enforces({"DIS-5", "CARE-8"})
    private <T> void settleAlone(Call<T> call) {
        CareFacts quick = facts(call.question(Purpose.TO_ACCEPT));
        Optional<Decision<T>> decision = accepted(call, quick);
        if (decision.isEmpty() || !commit(call, quick, decision.get())) {
            Attempts.untilSettled(
                    () -> decide(call, facts(call.question(Purpose.TO_DECIDE))) ? Optional.of(call) : Optional.empty());
        }
    }

    private static <T> Optional<Decision<T>> accepted(Call<T> call, CareFacts facts) {
        return call.decide(facts)
                .flatMap(Outcome::toOptional)
                .filter(decision -> !decision.changes().isEmpty());
    }

    /** Whether it is settled; if not, the facts have moved meanwhile. */
    private <T> boolean decide(Call<T> call, CareFacts facts) {
        Optional<Outcome<Decision<T>>> outcome = call.decide(facts);
        return outcome.isPresent() && settle(call, facts, outcome.get());
    }

    private <T> boolean settle(Call<T> call, CareFacts facts, Outcome<Decision<T>> outcome) {
        if (outcome instanceof Outcome.Refused<Decision<T>> refused) {
            Optional<Refusal> told = explain(call, facts, refused.refusal());
            return told.isPresent() && call.settleQuietly(refuse(facts, told.get()));
        }
        Decision<T> decision = outcome.orThrow();
        return decision.changes().isEmpty()
                ? call.settleQuietly(Outcome.accepted(decision.answer()))
                : commit(call, facts, decision);
    }

    /** Whoever was overtaken by another commit decides anew. */
    @Enforces({"DIS-6", "SUB-5", "SUB-8"})
    private <T> boolean commit(Call<T> call, CareFacts facts, Decision<T> decision) {
        CareCommit commit = commitOf(call, facts, decision);
        CommitAnswer answer =
                wiring.storage().conversations().commit(List.of(commit)).get(0);
        if (answer instanceof CommitAnswer.Duplicate duplicate) {
            return decide(call, afresh(facts, duplicate.prior()));
        }
        if (answer instanceof CommitAnswer.Stale) {
            return false;
        }
        return call.committed();
    }

    private static CareFacts at(Optional<CareState> state, CareFacts facts) {
        StoredCare stored = facts.stored();
        StoredCare moved = new StoredCare(
                stored.practice(),
                stored.patientKnown(),
                stored.permitted(),
                stored.sharesWorkGroup(),
                stored.linkedToPatient(),
                state,
                stored.prior());
        return new CareFacts(facts.actor(), facts.key(), moved, facts.settings(), facts.now());
    }

    /** The facts as they are now, knowing of an earlier send that the commit found. */
    private CareFacts afresh(CareFacts facts, PriorSend prior) {
        CareFacts now = facts(new CareQuestion(facts.key(), facts.actor(), Optional.empty(), Purpose.TO_DECIDE));
        return new CareFacts(now.actor(), now.key(), now.stored().with(prior), now.settings(), now.now());
    }

    /** The commit, and in the call what comes of it. */
    private static <T> CareCommit commitOf(Call<T> call, CareFacts facts, Decision<T> decision) {
        ConversationHead after = Evolution.evolve(facts.stored().state(), decision.changes())
                .orElseThrow()
                .head();
        call.propose(Outcome.accepted(decision.answer()), new ConversationPosition(facts.key(), after.revision()));
        return new CareCommit(
                facts.key(),
                facts.practiceVersion(),
                facts.head().map(ConversationHead::revision).orElse(CareCommit.NOT_BEGUN),
                decision.changes(),
                CareAudit.of(facts.actor(), after.id(), decision.changes(), facts.now()));
    }

    private <T> Outcome<T> refuse(CareFacts facts, Refusal refusal) {
        Optional<ConversationId> conversation =
                facts.isVisible() ? facts.head().map(ConversationHead::id) : Optional.empty();
        return refusals.refuse(facts.actor(), conversation, refusal);
    }

    /**
     * The refusal with its detail; empty if the facts have moved meanwhile. What was missed is read when the refusal stands, and
     * so once: a substitute's look is recorded.
     */
    private Optional<Refusal> explain(Call<?> call, CareFacts facts, Refusal refusal) {
        boolean missed =
                refusal.code() == RefusalCode.HEAD_MOVED && facts.head().isPresent();
        return missed ? withMissed(facts, call.draft().orElseThrow()) : Optional.of(refusal);
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
}
