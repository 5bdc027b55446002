package org.clinicchat.session.desk;

import java.util.Optional;
import java.util.function.Predicate;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.SessionSide;
import org.clinicchat.session.desk.SendRules.Sending;

/** Sending by both sides, and asking whether one may. */
final class Writing {

    private Writing() {}

    static Outcome<SessionReceipt> byPractitioner(DeskChange desk, PageId page, SessionId session, SessionDraft draft) {
        return replay(
                        desk,
                        SessionSide.PRACTITIONER,
                        draft,
                        any -> true,
                        held -> held.id().equals(session))
                .orElseGet(() -> Looking.seen(desk, page, session)
                        .flatMap(there -> send(desk, there, SessionSide.PRACTITIONER, draft)));
    }

    static Outcome<SessionReceipt> byPatient(DeskChange desk, PatientId patient, SessionDraft draft) {
        return replay(desk, SessionSide.PATIENT, draft, held -> held.isOf(patient), any -> true)
                .orElseGet(() ->
                        Looking.live(desk, patient).flatMap(there -> send(desk, there, SessionSide.PATIENT, draft)));
    }

    static Outcome<Allowed> mayPractitioner(DeskChange desk, PageId page, SessionId session) {
        return Looking.seen(desk, page, session)
                .flatMap(there -> may(new Sending(desk.facts(), there, SessionSide.PRACTITIONER)));
    }

    static Outcome<Allowed> mayPatient(DeskChange desk, PatientId patient) {
        return Looking.live(desk, patient).flatMap(there -> may(new Sending(desk.facts(), there, SessionSide.PATIENT)));
    }

    private static Outcome<Allowed> may(Sending sending) {
        return SendRules.whyNotAnything(sending).map(Outcome::<Allowed>refused).orElseGet(Allowed::yes);
    }

    private static Outcome<SessionReceipt> send(
            DeskChange desk, Session session, SessionSide from, SessionDraft draft) {
        Optional<Refusal> refusal = SendRules.whyNot(new Sending(desk.facts(), session, from), draft);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        desk.written(session, from, draft);
        Session now = desk.sessions().withId(session.id()).orElseThrow();
        int number = now.log().size();
        return Outcome.accepted(
                new SessionReceipt(now.id(), number, now.log().message(number).at()));
    }

    /**
     * What was accepted under this id of the author's, at this desk: asked before anything else (CARE-8), and forgotten with the
     * session (ERA-6).
     */
    @Enforces({"CARE-8", "ERA-6"})
    private static Optional<Outcome<SessionReceipt>> replay(
            DeskChange desk,
            SessionSide from,
            SessionDraft draft,
            Predicate<Session> ofAuthor,
            Predicate<Session> addressed) {
        for (Session session : desk.sessions()) {
            Optional<Integer> number =
                    ofAuthor.test(session) ? numberOf(session, from, draft.clientId()) : Optional.empty();
            if (number.isPresent()) {
                return Optional.of(SendRules.receipt(session, number.get(), draft)
                        .filter(receipt -> addressed.test(session))
                        .map(Outcome::accepted)
                        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> numberOf(Session session, SessionSide from, ClientMessageId id) {
        return session.log().numberOf(from, id);
    }
}
