package org.clinicchat.session.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.EndedElsewhere;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.OnRefresh;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionSide;

/** A desk on its way from one state to the next: carries out the lines of {@link Transitions}. It lives within one decision. */
final class DeskChange {

    private static final Set<DeskEvent> CLEARING = Set.of(
            DeskEvent.PATIENT_CHOSEN,
            DeskEvent.BOX_CLOSED,
            DeskEvent.PAGE_ATTACHES,
            DeskEvent.PAGE_REPLACED,
            DeskEvent.PAGE_REFRESHED,
            DeskEvent.PAGE_GONE,
            DeskEvent.NODE_STOPS);

    private final Desk before;
    private final DeskFacts facts;
    private final Set<PatientId> told = new LinkedHashSet<>(2);
    private final List<Erasure> erasures = new ArrayList<>(0);
    private Optional<PageId> page;
    private ChatBox box;
    private Sessions sessions;
    private boolean alerts;
    private Optional<ErasedSession> notice;
    private Remains remains;
    private boolean alert;

    private DeskChange(Desk desk, DeskFacts facts) {
        this.before = desk;
        this.facts = facts;
        this.page = desk.page;
        this.box = desk.box;
        this.sessions = desk.sessions;
        this.alerts = desk.alerts;
        this.notice = desk.notice;
        this.remains = desk.remains;
    }

    /** What is overdue is erased before anything is answered (ERA-5). */
    @Enforces("ERA-5")
    static <A> DeskStep<A> decide(Desk desk, DeskFacts facts, Function<DeskChange, Outcome<A>> command) {
        DeskChange change = new DeskChange(desk, facts);
        if (desk.isDue(facts)) {
            change.happens(DeskEvent.DEADLINE);
            change.remains = change.remains.since(facts.longAgo());
        }
        Outcome<A> answer = command.apply(change);
        Desk after = change.after();
        return new DeskStep<>(after, answer, after == desk ? DeskNews.NONE : change.news());
    }

    DeskFacts facts() {
        return facts;
    }

    /** The desk as it is now, for looking at. */
    Desk after() {
        boolean same = page.equals(before.page) && box == before.box && sessions == before.sessions;
        boolean sameRest = alerts == before.alerts && notice.equals(before.notice) && remains.equals(before.remains);
        return same && sameRest ? before : new Desk(page, box, sessions, alerts, notice, remains);
    }

    private DeskNews news() {
        return new DeskNews(pages(), alert, List.copyOf(told), erasures);
    }

    /** The page that is attached, and one that is not any more: it is told this once. */
    private List<PageId> pages() {
        return Stream.concat(before.page.stream(), page.stream()).distinct().toList();
    }

    Sessions sessions() {
        return sessions;
    }

    Optional<ErasedSession> remainsOf(SessionId session) {
        return remains.of(session);
    }

    boolean isAttached(PageId asking) {
        return page.filter(asking::equals).isPresent();
    }

    boolean hasPage() {
        return page.isPresent();
    }

    void attach(PageId attaching) {
        page = Optional.of(attaching);
    }

    void detach() {
        page = Optional.empty();
    }

    @Enforces("SES-10")
    void alerts(boolean wanted) {
        alerts = wanted;
    }

    /** The line of the table for something that happens with a patient. */
    Transition line(DeskEvent event, PatientId patient) {
        SessionPhase phase = sessions.latestOf(patient).map(Session::phase).orElse(SessionPhase.ERASED);
        return Transitions.of(event, phase, BoxAt.of(box, patient));
    }

    /** Something happens to the page, or to all. */
    void happens(DeskEvent event) {
        happens(event, SessionId.of(""));
    }

    /** The same, with the id from which those of sessions that begin anew are made. */
    void happens(DeskEvent event, SessionId fresh) {
        Transition line = Transitions.of(event, SessionPhase.ERASED, BoxAt.of(box));
        carryOut(line, box.patient(), fresh);
    }

    /** Something happens with a patient. A session that would begin does not where there is no room. */
    void happens(DeskEvent event, PatientId patient, SessionId fresh) {
        Transition line = line(event, patient);
        becomes(line.session(), patient, fresh);
        carryOut(line, Optional.of(patient), fresh);
    }

    /** A message is written in a session, whose phase allows it. */
    void written(Session session, SessionSide from, SessionDraft draft) {
        alert |= from == SessionSide.PATIENT && alerts && !box.equals(new ChatBox.Open(session.patient()));
        changed(session.with(from, draft, facts.now()));
        DeskEvent event = from == SessionSide.PATIENT ? DeskEvent.PATIENT_WRITES : DeskEvent.PRACTITIONER_WRITES;
        carryOut(line(event, session.patient()), Optional.of(session.patient()), session.id());
    }

    private void becomes(Transition.Becomes what, PatientId patient, SessionId fresh) {
        switch (what) {
            case SAME -> {}
            case NEW_IN_QUEUE -> begin(fresh, patient, SessionPhase.IN_QUEUE);
            case NEW_IN_CALL -> begin(fresh, patient, SessionPhase.IN_CALL);
            case IN_CALL -> latest(patient).ifPresent(session -> changed(session.in(SessionPhase.IN_CALL)));
            case ENDED -> latest(patient).ifPresent(session -> changed(session.endedAt(facts.now())));
        }
    }

    private Optional<Session> latest(PatientId patient) {
        return sessions.latestOf(patient);
    }

    /** A returning patient gets a new, empty session (ERA-4). */
    @Enforces("ERA-4")
    private void begin(SessionId fresh, PatientId patient, SessionPhase phase) {
        if (facts.hasRoom()) {
            sessions = sessions.plus(Session.begun(fresh, patient, phase, facts.now()));
            told.add(patient);
        }
    }

    private void changed(Session session) {
        Sessions now = sessions.replacing(session);
        if (now != sessions) {
            sessions = now;
            told.add(session.patient());
        }
    }

    private void carryOut(Transition line, Optional<PatientId> patient, SessionId fresh) {
        if (CLEARING.contains(line.event()) && notice.isPresent()) {
            notice = Optional.empty();
        }
        patient.ifPresent(of -> moveBox(line.box(), of));
        erase(line, patient, fresh);
        viewWhatIsOpen();
        closeIfNothingIsLeft();
    }

    @Enforces({"SES-3", "SES-4"})
    private void moveBox(Transition.BoxMoves moves, PatientId patient) {
        ChatBox moved = switch (moves) {
            case STAYS -> box;
            case OPENS_ON_PATIENT -> new ChatBox.Open(patient);
            case FOLDS -> new ChatBox.Minimized(patient);
            case CLOSES -> ChatBox.closed();
        };
        box = moved.equals(box) ? box : moved;
    }

    /** Opening views the messages (SES-3), and one that comes into the open box is viewed (SES-4). */
    @Enforces({"SES-3", "SES-4"})
    private void viewWhatIsOpen() {
        if (box instanceof ChatBox.Open open) {
            sessions = sessions.map(session -> session.isOf(open.on()) ? session.allViewed() : session);
        }
    }

    private void erase(Transition line, Optional<PatientId> patient, SessionId fresh) {
        line.why().ifPresent(reason -> erase(doomed(line.erases(), patient), reason, fresh));
    }

    /** Which sessions a line erases. What is asked here of the box is asked after it has moved. */
    @Enforces({"ERA-1", "ERA-2", "ERA-3"})
    private Predicate<Session> doomed(Transition.Erases erases, Optional<PatientId> patient) {
        return switch (erases) {
            case NOTHING -> session -> false;
            case ENDED -> Session::isEnded;
            case ENDED_BUT_VIEWED -> endedBut(viewedEnded());
            case REFRESHED -> facts.settings().onRefresh() == OnRefresh.ERASES_ALL ? session -> true : Session::isEnded;
            case THIS_IF_SET ->
                facts.settings().endedElsewhere() == EndedElsewhere.ERASED
                        ? theOnly(patient.flatMap(this::latest))
                        : session -> false;
            case OVERDUE -> session -> session.endedBy(facts.longAgo());
            case ALL -> session -> true;
        };
    }

    private Optional<Session> viewedEnded() {
        return box.patient().flatMap(on -> sessions.last(session -> session.isOf(on) && session.isEnded()));
    }

    private static Predicate<Session> endedBut(Optional<Session> kept) {
        return session -> session.isEnded() && !theOnly(kept).test(session);
    }

    private static Predicate<Session> theOnly(Optional<Session> one) {
        return session -> one.filter(session::equals).isPresent();
    }

    private void erase(Predicate<Session> doomed, EraseReason reason, SessionId fresh) {
        List<Session> going = sessions.stream().filter(doomed).toList();
        sessions = sessions.without(going::contains);
        going.forEach(session -> erased(session, reason));
        if (reason == EraseReason.PAGE_REFRESHED) {
            beginAnew(going.stream().filter(session -> session.phase().isLive()).toList(), fresh);
        }
    }

    private void erased(Session session, EraseReason reason) {
        ErasedSession left = session.erased(facts.now(), reason);
        remains = remains.with(left);
        erasures.add(new Erasure(left, session.unviewed()));
        if (session.phase().isLive()) {
            told.add(session.patient());
        }
        if (box.patient().filter(session::isOf).isPresent()) {
            notice = Optional.of(left);
        }
    }

    /** Whoever is still there goes on in an empty session (switch of ERA-2). */
    private void beginAnew(List<Session> erased, SessionId fresh) {
        int number = 0;
        for (Session session : erased) {
            SessionId id = FreshIds.of(fresh, ++number);
            sessions = sessions.plus(Session.begun(id, session.patient(), session.phase(), facts.now()));
        }
    }

    /** A box shows no patient of whom nothing is left: no patient's id remains (ERA-6). */
    @Enforces("ERA-6")
    private void closeIfNothingIsLeft() {
        boolean isEmpty = box.patient().filter(on -> latest(on).isEmpty()).isPresent();
        if (isEmpty) {
            box = ChatBox.closed();
        } else if (box.patient().isPresent() && notice.isPresent()) {
            notice = Optional.empty();
        }
    }
}
