package org.clinicchat.session.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.clinicchat.message.PlainText;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.FirstWriter;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.SessionSide;

/**
 * The rules of sending in a session that is there and may be seen, one function each, in the one order in which they are asked
 * (SAFE-1): so that the reason of a refusal is always the same. A replay is looked for before them.
 */
final class SendRules {

    /**
     * What they ask about.
     *
     * @param facts the time and the switches
     * @param session in which session
     * @param from who writes
     */
    record Sending(DeskFacts facts, Session session, SessionSide from) {}

    /** A rule: the reason why it says no, or empty. */
    private interface Rule extends BiFunction<Sending, SessionDraft, Optional<Refusal>> {}

    @Enforces("SAFE-1")
    private static final List<Rule> SENDING = List.of(
            SendRules::rightPatient,
            (sending, draft) -> patientThere(sending),
            (sending, draft) -> mayWriteFirst(sending),
            SendRules::idWellFormed,
            SendRules::contentWithinLimits,
            (sending, draft) -> hasRoom(sending));

    private SendRules() {}

    static Optional<Refusal> whyNot(Sending sending, SessionDraft draft) {
        for (Rule rule : SENDING) {
            Optional<Refusal> refusal = rule.apply(sending, draft);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** The rules that do not look at the draft: canX answers exactly as X would for a new, valid one. */
    static Optional<Refusal> whyNotAnything(Sending sending) {
        return patientThere(sending).or(() -> mayWriteFirst(sending)).or(() -> hasRoom(sending));
    }

    /** The receipt of the same message that was accepted before, or the conflict with another one (CARE-8). */
    @Enforces("CARE-8")
    static Optional<SessionReceipt> receipt(Session session, int number, SessionDraft draft) {
        var held = session.log().message(number);
        boolean same = session.isOf(draft.patient()) && held.text().equals(draft.text());
        return same ? Optional.of(new SessionReceipt(session.id(), number, held.at())) : Optional.empty();
    }

    @Enforces("CARE-9")
    private static Optional<Refusal> rightPatient(Sending sending, SessionDraft draft) {
        return no(!sending.session().isOf(draft.patient()), Refusal.of(RefusalCode.WRONG_PATIENT));
    }

    /** What the table says of writing in this phase. */
    @Enforces({"SES-1", "SES-7"})
    private static Optional<Refusal> patientThere(Sending sending) {
        DeskEvent event =
                sending.from() == SessionSide.PATIENT ? DeskEvent.PATIENT_WRITES : DeskEvent.PRACTITIONER_WRITES;
        BoxAt anywhere = BoxAt.of(ChatBox.closed());
        return Transitions.of(event, sending.session().phase(), anywhere)
                .refused()
                .map(code -> refusal(code, sending.session()));
    }

    private static Refusal refusal(RefusalCode code, Session session) {
        return code == RefusalCode.PATIENT_HAS_LEFT
                ? session.ended()
                        .map(since -> Refusal.of(code, new RefusalDetail.Since(since)))
                        .orElseGet(() -> Refusal.of(code))
                : Refusal.of(code);
    }

    @Enforces("SES-9")
    private static Optional<Refusal> mayWriteFirst(Sending sending) {
        MessageLog log = sending.session().log();
        boolean unasked = sending.from() == SessionSide.PATIENT && log.size() == log.ofPatient();
        boolean mustWait = sending.facts().settings().firstWriter() == FirstWriter.PRACTITIONER;
        return no(unasked && mustWait, Refusal.of(RefusalCode.PRACTITIONER_WRITES_FIRST));
    }

    @Enforces("SAFE-6")
    private static Optional<Refusal> idWellFormed(Sending sending, SessionDraft draft) {
        return no(!draft.clientId().isWellFormed(), Refusal.of(RefusalCode.MALFORMED_ID));
    }

    /** Text as in the care chat (CARE-5), and text only (SES-9). */
    @Enforces({"SES-9", "SAFE-6"})
    private static Optional<Refusal> contentWithinLimits(Sending sending, SessionDraft draft) {
        if (PlainText.isBlank(draft.text())) {
            return Optional.of(Refusal.of(RefusalCode.MESSAGE_EMPTY));
        }
        return PlainText.whyNot(draft.text(), sending.facts().settings().maxCodePoints());
    }

    @Enforces("SAFE-6")
    private static Optional<Refusal> hasRoom(Sending sending) {
        int most = sending.facts().settings().maxMessages();
        int held = sending.session().log().size();
        return no(held >= most, Refusal.of(RefusalCode.SESSION_FULL, new RefusalDetail.Limit(most, held)))
                .or(() -> no(!sending.facts().hasRoom(), Refusal.of(RefusalCode.NODE_FULL)));
    }

    private static Optional<Refusal> no(boolean condition, Refusal refusal) {
        return condition ? Optional.of(refusal) : Optional.empty();
    }
}
