package org.clinicchat.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;

/**
 * The rules of sending, one function each, in the one order in which they are asked (SAFE-1), so that the reason of a
 * refusal is always the same. A replay is looked for before them.
 */
final class CareRules {

    /** Each gives the reason why it says no, or empty. */
    @Enforces("SAFE-1")
    private static final List<BiFunction<CareFacts, Draft, Optional<Refusal>>> SENDING = List.of(
            (facts, draft) -> visible(facts),
            CareRules::rightPatient,
            (facts, draft) -> serviceActive(facts),
            (facts, draft) -> enabled(facts),
            CareRules::headAsExpected,
            CareRules::idWellFormed,
            CareRules::attachmentsAllowed,
            CareRules::contentWithinLimits,
            CareRules::seenIsThere);

    private CareRules() {}

    /** Why this draft cannot be sent: the first rule that says no. */
    static Optional<Refusal> whyNotSend(CareFacts facts, Draft draft) {
        for (BiFunction<CareFacts, Draft, Optional<Refusal>> rule : SENDING) {
            Optional<Refusal> refusal = rule.apply(facts, draft);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Why no draft at all can be sent: the rules that do not look at the draft (CARE-10). */
    @Enforces("CARE-10")
    static Optional<Refusal> whyNotSendAnything(CareFacts facts) {
        return visible(facts).or(() -> serviceActive(facts)).or(() -> enabled(facts));
    }

    static Optional<Refusal> visible(CareFacts facts) {
        return no(!facts.isVisible(), Refusal.of(RefusalCode.NOT_FOUND));
    }

    @Enforces("CARE-9")
    private static Optional<Refusal> rightPatient(CareFacts facts, Draft draft) {
        return no(!draft.patient().equals(facts.key().patient()), Refusal.of(RefusalCode.WRONG_PATIENT));
    }

    /** A notice of the host is no part of the service. */
    @Enforces("CARE-2")
    private static Optional<Refusal> serviceActive(CareFacts facts) {
        var service = facts.practice().service();
        return (facts.isHost() || service.active())
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalCode.SERVICE_OFF, new RefusalDetail.Since(service.since())));
    }

    /** A notice of the host is on neither side. */
    @Enforces({"DIS-2", "DIS-1"})
    private static Optional<Refusal> enabled(CareFacts facts) {
        boolean practiceConcerned = facts.settings().disabling() == DisableScope.BOTH_SIDES && !facts.isHost();
        boolean concerned = facts.isPatient() || practiceConcerned;
        return facts.head()
                .map(ConversationHead::availability)
                .filter(state -> concerned && state.isDisabled())
                .map(state -> Refusal.of(RefusalCode.CHAT_DISABLED, new RefusalDetail.Since(state.since())));
    }

    @Enforces("CARE-9")
    private static Optional<Refusal> headAsExpected(CareFacts facts, Draft draft) {
        MessageSeq head = facts.last();
        return draft.expectedHead()
                .filter(expected -> !expected.equals(head))
                .map(expected -> isThere(facts, expected)
                        .orElseGet(() -> Refusal.of(RefusalCode.HEAD_MOVED, new MissedMessages(head, List.of()))));
    }

    @Enforces("SAFE-6")
    private static Optional<Refusal> idWellFormed(CareFacts facts, Draft draft) {
        return no(!draft.clientId().isWellFormed(), Refusal.of(RefusalCode.MALFORMED_ID));
    }

    private static Optional<Refusal> attachmentsAllowed(CareFacts facts, Draft draft) {
        return draft.attachments().isEmpty() ? Optional.empty() : attachmentsAllowed(facts);
    }

    /** Who allows no file in a message allows text only. */
    @Enforces("CARE-3")
    static Optional<Refusal> attachmentsAllowed(CareFacts facts) {
        boolean textOnly = facts.settings().attachments() == Attachments.TEXT_ONLY
                || facts.settings().limits().maxAttachments() == 0;
        return no(textOnly, Refusal.of(RefusalCode.ATTACHMENTS_OFF));
    }

    private static Optional<Refusal> contentWithinLimits(CareFacts facts, Draft draft) {
        return facts.settings().limits().whyNot(draft.text(), draft.attachments());
    }

    @Enforces({"READ-7", "SAFE-6"})
    private static Optional<Refusal> seenIsThere(CareFacts facts, Draft draft) {
        return draft.seenUpTo().flatMap(seen -> isThere(facts, seen));
    }

    /** A place that is not there yet is another conversation's: nobody has seen it. */
    static Optional<Refusal> isThere(CareFacts facts, MessageSeq place) {
        return no(place.compareTo(facts.last()) > 0, Refusal.of(RefusalCode.BEYOND_HEAD));
    }

    /** Disabling is the owner's alone; a substitute is told that it is not for him, all others that they are no owners. */
    @Enforces({"DIS-1", "SUB-2"})
    static Optional<Refusal> mayDisable(CareFacts facts) {
        if (facts.isOwner()) {
            return Optional.empty();
        }
        boolean substitute = facts.actor().onBehalfOf().isPresent();
        return Optional.of(Refusal.of(substitute ? RefusalCode.NOT_FOR_SUBSTITUTES : RefusalCode.NOT_OWNER));
    }

    private static Optional<Refusal> no(boolean condition, Refusal refusal) {
        return condition ? Optional.of(refusal) : Optional.empty();
    }
}
