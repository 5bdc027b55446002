package org.clinicchat.session.desk;

import java.util.Objects;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.PageView;
import org.clinicchat.session.chat.PatientPage;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionReceipt;
import org.clinicchat.session.chat.Transcript;

/**
 * Something that is told or asked at a desk: a value, so that it can be carried to the node where the desk is. Deciding is a pure
 * function, total over all commands in any order. Before it answers anything, it erases what is overdue (ERA-5); a refused
 * command changes nothing else, with the one exception that {@link CallStarts} names.
 *
 * @param <A> what an accepted call gives
 */
public sealed interface DeskCommand<A> {

    /**
     * Decides.
     *
     * @param desk the desk as it is
     * @param facts what else counts
     * @return the desk as it is from now on, and what to answer
     */
    DeskStep<A> decide(Desk desk, DeskFacts facts);

    /**
     * What the node must have room for, should the command be accepted: so that it can say whether there is any.
     *
     * @return how much; for most the lightest message, of which a view tells whether it could be sent
     */
    default Room wanted() {
        return Weight.LIGHTEST_MESSAGE;
    }

    /**
     * Whether it only looks: unless {@link Desk#isDue} it leaves the desk as it is.
     *
     * @return true for questions
     */
    default boolean isQuestion() {
        return false;
    }

    /** Content and people stay out of logs: a command's {@code toString} has its kind alone. */
    private static String shown(DeskCommand<?> command) {
        return command.getClass().getSimpleName();
    }

    /**
     * A patient enters the queue. Gives the session, which is a new one if the patient was not there; or {@code NODE_FULL}. Who is
     * there already, in the queue or in the call, stays where he is.
     *
     * @param patient who
     * @param fresh the id of a session that begins
     */
    record PatientJoins(PatientId patient, SessionId fresh) implements DeskCommand<SessionId> {
        /** Checks that nothing is null. */
        public PatientJoins {
            Objects.requireNonNull(patient, "patient");
            Objects.requireNonNull(fresh, "fresh");
        }

        @Override
        public DeskStep<SessionId> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> arrive(change, DeskEvent.PATIENT_JOINS, patient, fresh));
        }

        @Override
        public Room wanted() {
            return new Room(1, Weight.SESSION);
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * A call with a patient starts. Gives the session; or {@code NODE_FULL}, and then the ended sessions are erased all the same,
     * for the call has started.
     *
     * @param patient who
     * @param fresh the id of a session that begins
     */
    record CallStarts(PatientId patient, SessionId fresh) implements DeskCommand<SessionId> {
        /** Checks that nothing is null. */
        public CallStarts {
            Objects.requireNonNull(patient, "patient");
            Objects.requireNonNull(fresh, "fresh");
        }

        @Override
        public DeskStep<SessionId> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> arrive(change, DeskEvent.CALL_STARTS, patient, fresh));
        }

        @Override
        public Room wanted() {
            return new Room(1, Weight.SESSION);
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    private static Outcome<SessionId> arrive(DeskChange change, DeskEvent event, PatientId patient, SessionId fresh) {
        change.happens(event, patient, fresh);
        return Looking.live(change, patient)
                .fold(
                        session -> Outcome.accepted(session.id()),
                        absent -> Outcome.refused(Refusal.of(RefusalCode.NODE_FULL)));
    }

    /**
     * A patient leaves the queue or the call.
     *
     * @param patient who
     */
    record PatientLeaves(PatientId patient) implements DeskCommand<Allowed> {
        /** Checks that nothing is null. */
        public PatientLeaves {
            Objects.requireNonNull(patient, "patient");
        }

        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> {
                change.happens(DeskEvent.PATIENT_LEAVES, patient, SessionId.of(""));
                return Allowed.yes();
            });
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * A page of the practitioner's comes up; it takes the place of the one before, if there is one.
     *
     * @param page its id
     * @param fresh from which the ids of sessions are made that begin anew
     */
    record PageAttaches(PageId page, SessionId fresh) implements DeskCommand<PageId> {
        /** Checks that nothing is null. */
        public PageAttaches {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(fresh, "fresh");
        }

        @Override
        public DeskStep<PageId> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> {
                change.happens(change.hasPage() ? DeskEvent.PAGE_REPLACED : DeskEvent.PAGE_ATTACHES, fresh);
                change.attach(page);
                return Outcome.accepted(page);
            });
        }
    }

    /**
     * The page was loaded again. Gives {@code PAGE_DETACHED} if it is not the one that is attached.
     *
     * @param page which
     * @param fresh from which the ids of sessions are made that begin anew
     */
    record PageRefreshed(PageId page, SessionId fresh) implements DeskCommand<PageView> {
        /** Checks that nothing is null. */
        public PageRefreshed {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(fresh, "fresh");
        }

        @Override
        public DeskStep<PageView> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> onPage(change, DeskEvent.PAGE_REFRESHED, page, fresh));
        }
    }

    /**
     * The page was closed, or its user signed out. One that was not attached any more is gone already.
     *
     * @param page which
     * @param fresh from which the ids of sessions are made that begin anew
     */
    record PageGone(PageId page, SessionId fresh) implements DeskCommand<Allowed> {
        /** Checks that nothing is null. */
        public PageGone {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(fresh, "fresh");
        }

        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> {
                if (change.isAttached(page)) {
                    change.happens(DeskEvent.PAGE_GONE, fresh);
                    change.detach();
                }
                return Allowed.yes();
            });
        }
    }

    /**
     * The practitioner chooses a patient: the box opens on him. Gives the page as it is then, or {@code NOT_IN_QUEUE}.
     *
     * @param page on which page
     * @param patient whom
     */
    record Choose(PageId page, PatientId patient) implements DeskCommand<PageView> {
        /** Checks that nothing is null. */
        public Choose {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(patient, "patient");
        }

        @Override
        public DeskStep<PageView> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(
                    desk, facts, change -> Looking.attached(change, page).flatMap(there -> choose(change)));
        }

        private Outcome<PageView> choose(DeskChange change) {
            var refused = change.line(DeskEvent.PATIENT_CHOSEN, patient).refused();
            if (refused.isPresent()) {
                return Outcome.refused(Refusal.of(refused.get()));
            }
            change.happens(DeskEvent.PATIENT_CHOSEN, patient, SessionId.of(""));
            return Looking.page(change, page);
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * The practitioner folds the box down. Gives the page as it is then.
     *
     * @param page on which page
     */
    record Minimise(PageId page) implements DeskCommand<PageView> {
        /** Checks that nothing is null. */
        public Minimise {
            Objects.requireNonNull(page, "page");
        }

        @Override
        public DeskStep<PageView> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(
                    desk, facts, change -> onPage(change, DeskEvent.BOX_MINIMISED, page, SessionId.of("")));
        }
    }

    /**
     * The practitioner closes the box. Gives the page as it is then.
     *
     * @param page on which page
     */
    record CloseBox(PageId page) implements DeskCommand<PageView> {
        /** Checks that nothing is null. */
        public CloseBox {
            Objects.requireNonNull(page, "page");
        }

        @Override
        public DeskStep<PageView> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(
                    desk, facts, change -> onPage(change, DeskEvent.BOX_CLOSED, page, SessionId.of("")));
        }
    }

    private static Outcome<PageView> onPage(DeskChange change, DeskEvent event, PageId page, SessionId fresh) {
        return Looking.attached(change, page).flatMap(there -> {
            change.happens(event, fresh);
            return Looking.page(change, page);
        });
    }

    /**
     * The practitioner sends.
     *
     * @param page from which page
     * @param session in which session
     * @param draft what
     */
    record PractitionerSends(PageId page, SessionId session, SessionDraft draft)
            implements DeskCommand<SessionReceipt> {
        /** Checks that nothing is null. */
        public PractitionerSends {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(draft, "draft");
        }

        @Override
        public DeskStep<SessionReceipt> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Writing.byPractitioner(change, page, session, draft));
        }

        @Override
        public Room wanted() {
            return new Room(0, Weight.of(draft));
        }
    }

    /**
     * A patient sends.
     *
     * @param patient who
     * @param draft what
     */
    record PatientSends(PatientId patient, SessionDraft draft) implements DeskCommand<SessionReceipt> {
        /** Checks that nothing is null. */
        public PatientSends {
            Objects.requireNonNull(patient, "patient");
            Objects.requireNonNull(draft, "draft");
        }

        @Override
        public DeskStep<SessionReceipt> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Writing.byPatient(change, patient, draft));
        }

        @Override
        public Room wanted() {
            return new Room(0, Weight.of(draft));
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * The practitioner wants to be notified of new messages, or not (SES-10).
     *
     * @param on which
     */
    record Notify(boolean on) implements DeskCommand<Allowed> {
        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> {
                change.alerts(on);
                return Allowed.yes();
            });
        }
    }

    /** The node stops: every session is erased, and the page is no more. */
    record NodeStops() implements DeskCommand<Allowed> {
        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> {
                change.happens(DeskEvent.NODE_STOPS);
                change.detach();
                return Allowed.yes();
            });
        }
    }

    /** Erases what is overdue, and asks nothing. */
    record Sweep() implements DeskCommand<Allowed> {
        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Allowed.yes());
        }

        @Override
        public boolean isQuestion() {
            return true;
        }
    }

    /**
     * What the page shows now; or {@code PAGE_DETACHED}.
     *
     * @param page which
     */
    record LookAtPage(PageId page) implements DeskCommand<PageView> {
        /** Checks that nothing is null. */
        public LookAtPage {
            Objects.requireNonNull(page, "page");
        }

        @Override
        public DeskStep<PageView> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Looking.page(change, page));
        }

        @Override
        public boolean isQuestion() {
            return true;
        }
    }

    /**
     * What was said in a session; or {@code SESSION_ERASED} with what remains, or {@code NOT_FOUND}.
     *
     * @param page on which page
     * @param session which
     */
    record ReadTranscript(PageId page, SessionId session) implements DeskCommand<Transcript> {
        /** Checks that nothing is null. */
        public ReadTranscript {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(session, "session");
        }

        @Override
        public DeskStep<Transcript> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Looking.transcript(change, page, session));
        }

        @Override
        public boolean isQuestion() {
            return true;
        }
    }

    /**
     * Whether the practitioner could send a new, valid draft.
     *
     * @param page from which page
     * @param session in which session
     */
    record MayPractitionerSend(PageId page, SessionId session) implements DeskCommand<Allowed> {
        /** Checks that nothing is null. */
        public MayPractitionerSend {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(session, "session");
        }

        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Writing.mayPractitioner(change, page, session));
        }

        @Override
        public boolean isQuestion() {
            return true;
        }
    }

    /**
     * What a patient sees now; or {@code NOT_IN_QUEUE}.
     *
     * @param patient who
     */
    record LookAsPatient(PatientId patient) implements DeskCommand<PatientPage> {
        /** Checks that nothing is null. */
        public LookAsPatient {
            Objects.requireNonNull(patient, "patient");
        }

        @Override
        public DeskStep<PatientPage> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Looking.patientPage(change, patient));
        }

        @Override
        public boolean isQuestion() {
            return true;
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * Whether a patient could send a new, valid draft.
     *
     * @param patient who
     */
    record MayPatientSend(PatientId patient) implements DeskCommand<Allowed> {
        /** Checks that nothing is null. */
        public MayPatientSend {
            Objects.requireNonNull(patient, "patient");
        }

        @Override
        public DeskStep<Allowed> decide(Desk desk, DeskFacts facts) {
            return DeskChange.decide(desk, facts, change -> Writing.mayPatient(change, patient));
        }

        @Override
        public boolean isQuestion() {
            return true;
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }
}
