package org.clinicchat.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.CareDecisions;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.Role;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageRange;

/**
 * Reads in one conversation: asks who may, then reads under the version that gave the answer, so that no permission outlives
 * its cause (SUB-5).
 */
@Enforces("SUB-5")
public final class Reading {

    private final Wiring wiring;
    private final Refusals refusals;
    private final Gate gate;
    private final CareShell care;

    Reading(Wiring wiring, Refusals refusals, Gate gate, CareShell care) {
        this.wiring = wiring;
        this.refusals = refusals;
        this.gate = gate;
        this.care = care;
    }

    /** Opens: from the first unread message, marking read what is returned. */
    @Enforces({"READ-5", "READ-6"})
    public Outcome<ConversationPage> open(Actor actor, Target target, int limit) {
        MessageRange range = new MessageRange.Unseen(limit);
        return read(actor, target, facts -> {
            var answer = store().open(access(facts), limit);
            return then(answer, slice -> {
                ReadTicket ticket =
                        ReadTicket.issue(slice.head().id(), actor, slice.after().marks());
                return Outcome.accepted(Pages.page(facts, range, slice, Optional.of(ticket)));
            });
        });
    }

    /** Reads some messages; marks nothing. */
    public Outcome<ConversationPage> page(Actor actor, Target target, MessageRange range) {
        return read(
                actor,
                target,
                facts -> then(
                        store().read(access(facts), range),
                        slice -> Outcome.accepted(Pages.page(facts, range, slice, Optional.empty()))));
    }

    /** Marks as read from a view, or without one. */
    @Enforces("READ-5")
    public Outcome<Allowed> markRead(Actor actor, Target target, Optional<ReadTicket> ticket, MessageSeq upTo) {
        Objects.requireNonNull(upTo, "upTo");
        Function<CareFacts, Optional<Refusal>> ofHere =
                facts -> ticket.isPresent() && marks(actor, facts, ticket).isEmpty()
                        ? Optional.of(Refusal.of(RefusalCode.FOREIGN_TICKET))
                        : CareDecisions.canMarkRead(facts, upTo).whyNot();
        return read(
                actor,
                target,
                ofHere,
                facts -> then(
                        store().markRead(
                                        access(facts),
                                        upTo.value(),
                                        marks(actor, facts, ticket).orElse(ReadState.NO_TICKET)),
                        state -> Allowed.yes()));
    }

    private static Optional<Long> marks(Actor actor, CareFacts facts, Optional<ReadTicket> ticket) {
        Optional<ConversationHead> head = facts.head();
        return ticket.isPresent() && head.isPresent()
                ? ticket.get().marks(head.get().id(), actor)
                : Optional.empty();
    }

    /** Marks as unread. */
    public Outcome<Allowed> markUnread(Actor actor, Target target) {
        return read(actor, target, facts -> then(store().markUnread(access(facts)), state -> Allowed.yes()));
    }

    /** The events after a revision. */
    @Enforces({"LIVE-1", "SAFE-6"})
    public Outcome<MissedEvents> resume(Actor actor, Target target, Revision after, int limit) {
        Function<CareFacts, Optional<Refusal>> reached = facts ->
                after.value() > facts.head().map(ConversationHead::revision).orElse(0L)
                        ? Optional.of(Refusal.of(RefusalCode.FOREIGN_CURSOR))
                        : Optional.empty();
        return read(
                actor,
                target,
                reached,
                facts -> then(
                        store().eventsAfter(access(facts), after.value(), limit),
                        slice -> Outcome.accepted(missed(actor, after, slice))));
    }

    /** The permission that these facts give. */
    static Access access(CareFacts facts) {
        boolean substitute = facts.actor().onBehalfOf().isPresent();
        Optional<ConversationId> conversation = facts.head().map(ConversationHead::id);
        return new Access(
                facts.key(),
                facts.practiceVersion(),
                facts.settings().readerOf(facts.actor()),
                substitute
                        ? List.of(
                                AuditRecord.of(AuditAction.SUBSTITUTE_ACCESS, facts.actor(), conversation, facts.now()))
                        : List.of());
    }

    /** The same for what leaves a record of its own. */
    static Access quietAccess(CareFacts facts) {
        return new Access(facts.key(), facts.practiceVersion(), facts.settings().readerOf(facts.actor()), List.of());
    }

    /** An event as this actor may see it. */
    static ConversationEvent shown(Actor actor, ConversationEvent event) {
        return actor.self().role() == Role.PATIENT ? event.shownToPatient() : event.shown();
    }

    private static MissedEvents missed(Actor actor, Revision after, EventSlice slice) {
        List<ConversationEvent> events =
                slice.events().stream().map(event -> shown(actor, event)).toList();
        Revision upTo = events.isEmpty() ? after : events.get(events.size() - 1).revision();
        return new MissedEvents(events, upTo, upTo.value() < slice.revision());
    }

    private <T> Outcome<T> read(Actor actor, Target target, Function<CareFacts, Optional<Outcome<T>>> reading) {
        return read(actor, target, facts -> Optional.empty(), reading);
    }

    /**
     * Facts that may be old settle what the read holds against the present: nothing is refused on them, and nothing is answered
     * from them but what the practice's version covers.
     */
    private <T> Outcome<T> read(
            Actor actor,
            Target target,
            Function<CareFacts, Optional<Refusal>> whyNot,
            Function<CareFacts, Optional<Outcome<T>>> reading) {
        return gate.pass(() -> target.resolve(store())
                .map(key -> quickly(actor, key, whyNot, reading)
                        .orElseGet(() -> Attempts.untilSettled(() -> attempt(actor, key, whyNot, reading))))
                .orElseGet(() -> refusals.notFound(actor)));
    }

    private <T> Optional<Outcome<T>> quickly(
            Actor actor,
            ConversationKey key,
            Function<CareFacts, Optional<Refusal>> whyNot,
            Function<CareFacts, Optional<Outcome<T>>> reading) {
        CareFacts facts = care.facts(new CareQuestion(key, actor, Optional.empty(), Purpose.TO_READ));
        boolean settles = facts.isVisible()
                && facts.head().isPresent()
                && whyNot.apply(facts).isEmpty();
        return settles ? reading.apply(facts) : Optional.empty();
    }

    private <T> Optional<Outcome<T>> attempt(
            Actor actor,
            ConversationKey key,
            Function<CareFacts, Optional<Refusal>> whyNot,
            Function<CareFacts, Optional<Outcome<T>>> reading) {
        CareFacts facts = care.facts(actor, key);
        if (!facts.isVisible()) {
            return Optional.of(refusals.notFound(actor));
        }
        Optional<ConversationHead> head = facts.head();
        Optional<Refusal> refusal = whyNot.apply(facts);
        if (refusal.isPresent()) {
            return Optional.of(refusals.refuse(actor, head.map(ConversationHead::id), refusal.get()));
        }
        return head.isPresent()
                ? reading.apply(facts)
                : care.begin(actor, key).whyNot().map(Outcome::refused);
    }

    private static <A, T> Optional<Outcome<T>> then(Answer<A> answer, Function<A, Outcome<T>> next) {
        return answer instanceof Answer.Current<A> current
                ? Optional.of(next.apply(current.value()))
                : Optional.empty();
    }

    private ConversationStore store() {
        return wiring.storage().conversations();
    }
}
