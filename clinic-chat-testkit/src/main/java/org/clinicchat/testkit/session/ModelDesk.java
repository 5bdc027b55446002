package org.clinicchat.testkit.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.EndedElsewhere;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.FirstWriter;
import org.clinicchat.session.chat.OnRefresh;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.testkit.session.ModelSession.Said;
import org.jspecify.annotations.Nullable;

/** A practitioner's desk as the rulebook tells it: straight, slow, and without a line of the chat's own rules. */
final class ModelDesk {

    /** A session that is gone. */
    record Gone(@Nullable SessionId id, EraseReason reason, Instant at, int messages, int unseen) {}

    private static final int REMEMBERED = 32;

    final List<ModelSession> sessions = new ArrayList<>();
    final List<Gone> gone = new ArrayList<>();
    private final SessionSettings settings;

    /** Which of the pages that ever came up is attached: its number, or none. */
    int page = -1;

    /** On whom the box is. */
    @Nullable
    PatientId boxed;

    boolean open;
    boolean alerts = true;

    /** What the box says is gone. */
    Optional<Gone> notice = Optional.empty();

    /** Whether the last step was something that erases by the rulebook. */
    boolean triggered;

    ModelDesk(SessionSettings settings) {
        this.settings = settings;
    }

    /** Whatever has ended as long ago as it may last is gone before anything else. */
    void timeIs(Instant now) {
        triggered = false;
        Instant longAgo = now.minus(settings.endedLasts());
        erase(one -> one.hasEnded() && !one.ended.orElseThrow().isAfter(longAgo), EraseReason.TIME_RAN_OUT, now);
    }

    List<Gone> remembered(Instant now) {
        return gone.stream()
                .skip(Math.max(0, gone.size() - REMEMBERED))
                .filter(one -> one.at().plus(settings.endedLasts()).isAfter(now))
                .toList();
    }

    Optional<ModelSession> latest(PatientId patient) {
        return sessions.stream().filter(one -> one.patient.equals(patient)).reduce((first, second) -> second);
    }

    Optional<ModelSession> live(PatientId patient) {
        return latest(patient).filter(ModelSession::isThere);
    }

    Optional<ModelSession> named(SessionId id) {
        return sessions.stream().filter(one -> id.equals(one.id)).findFirst();
    }

    /** A patient is there; who was in the call already is in it still. The id is the one that the chat gave. */
    ModelSession joins(PatientId patient, SessionId given) {
        return live(patient).orElseGet(() -> begin(patient, given));
    }

    ModelSession callStarts(PatientId patient, SessionId given, Instant now) {
        boolean isOn =
                live(patient).filter(one -> one.phase == SessionPhase.IN_CALL).isPresent();
        ModelSession session = live(patient).orElseGet(() -> begin(patient, given));
        session.phase = SessionPhase.IN_CALL;
        if (!isOn) {
            triggered = true;
            erase(ModelSession::hasEnded, EraseReason.CALL_STARTED, now);
        }
        return session;
    }

    void leaves(PatientId patient, Instant now) {
        live(patient).ifPresent(session -> {
            session.phase = SessionPhase.ENDED;
            session.ended = Optional.of(now);
            if (!patient.equals(boxed) && settings.endedElsewhere() == EndedElsewhere.ERASED) {
                erase(one -> one == session, EraseReason.ENDED_OUT_OF_VIEW, now);
            }
        });
    }

    void attaches(int number, Instant now) {
        if (page >= 0) {
            refreshed(now);
        }
        closeBox();
        notice = Optional.empty();
        page = number;
    }

    void goes(Instant now) {
        refreshed(now);
        page = -1;
    }

    void refreshed(Instant now) {
        triggered = true;
        closeBox();
        notice = Optional.empty();
        List<ModelSession> there =
                sessions.stream().filter(ModelSession::isThere).toList();
        erase(ModelSession::hasEnded, EraseReason.PAGE_REFRESHED, now);
        if (settings.onRefresh() == OnRefresh.ERASES_ALL) {
            erase(ModelSession::isThere, EraseReason.PAGE_REFRESHED, now);
            there.forEach(one -> sessions.add(new ModelSession(one.patient, one.phase, null)));
        }
    }

    /** False if there is nobody to choose. */
    boolean chooses(PatientId patient, Instant now) {
        if (latest(patient).isEmpty()) {
            return false;
        }
        notice = Optional.empty();
        if (!patient.equals(boxed)) {
            triggered = true;
            List<ModelSession> ended = sessions.stream()
                    .filter(one -> one.hasEnded() && one.patient.equals(patient))
                    .toList();
            boxed = patient;
            erase(
                    one -> one.hasEnded() && (ended.isEmpty() || one != ended.get(ended.size() - 1)),
                    EraseReason.OTHER_PATIENT_VIEWED,
                    now);
        }
        open = true;
        seeWhatIsOpen();
        return true;
    }

    void minimises() {
        open = false;
    }

    void closes(Instant now) {
        notice = Optional.empty();
        if (boxed != null) {
            triggered = true;
            closeBox();
            erase(ModelSession::hasEnded, EraseReason.BOX_CLOSED, now);
        }
    }

    /** Why a new, valid message of the patient's is refused. */
    Optional<RefusalCode> whyPatientMayNot(PatientId patient) {
        Optional<ModelSession> session = live(patient);
        if (session.isEmpty()) {
            return Optional.of(RefusalCode.NOT_IN_QUEUE);
        }
        boolean mustWait = settings.firstWriter() == FirstWriter.PRACTITIONER
                && !session.get().practitionerHasWritten();
        return mustWait ? Optional.of(RefusalCode.PRACTITIONER_WRITES_FIRST) : whyFull(session.get());
    }

    Optional<RefusalCode> whyPractitionerMayNot(int from, SessionId id, Instant now) {
        Optional<RefusalCode> unseen = whyNotSeen(from, id, now);
        if (unseen.isPresent()) {
            return unseen;
        }
        ModelSession session = named(id).orElseThrow();
        return session.hasEnded() ? Optional.of(RefusalCode.PATIENT_HAS_LEFT) : whyFull(session);
    }

    Optional<RefusalCode> whyNotSeen(int from, SessionId id, Instant now) {
        if (from != page) {
            return Optional.of(RefusalCode.PAGE_DETACHED);
        }
        if (named(id).isPresent()) {
            return Optional.empty();
        }
        boolean isKnown = remembered(now).stream().anyMatch(one -> id.equals(one.id()));
        return Optional.of(isKnown ? RefusalCode.SESSION_ERASED : RefusalCode.NOT_FOUND);
    }

    private Optional<RefusalCode> whyFull(ModelSession session) {
        return session.said.size() < settings.maxMessages() ? Optional.empty() : Optional.of(RefusalCode.SESSION_FULL);
    }

    /** The session in which this author said something under this id. */
    Optional<ModelSession> saidUnder(String id, boolean byPatient, PatientId author) {
        return sessions.stream()
                .filter(one -> !byPatient || one.patient.equals(author))
                .filter(one -> one.said.stream().anyMatch(each -> each.byPatient == byPatient && each.id.equals(id)))
                .findFirst();
    }

    /** Returns whether it alerts. */
    boolean patientWrites(PatientId patient, String id, String text) {
        live(patient).orElseThrow().said.add(new Said(true, id, text));
        boolean wasInView = open && patient.equals(boxed);
        open = open || patient.equals(boxed);
        seeWhatIsOpen();
        return alerts && !wasInView;
    }

    void practitionerWrites(SessionId session, String id, String text) {
        named(session).orElseThrow().said.add(new Said(false, id, text));
    }

    int unseen(PatientId patient) {
        return sessions.stream()
                .filter(one -> one.patient.equals(patient))
                .mapToInt(ModelSession::unseen)
                .sum();
    }

    /** The latest session of each patient, the oldest at the top. */
    List<ModelSession> rows() {
        return sessions.stream()
                .filter(one -> latest(one.patient).orElseThrow() == one)
                .toList();
    }

    List<ModelSession> inBox() {
        return sessions.stream()
                .filter(one -> open && one.patient.equals(boxed))
                .toList();
    }

    private ModelSession begin(PatientId patient, SessionId given) {
        ModelSession session = new ModelSession(patient, SessionPhase.IN_QUEUE, given);
        sessions.add(session);
        return session;
    }

    private void closeBox() {
        boxed = null;
        open = false;
    }

    private void seeWhatIsOpen() {
        sessions.stream().filter(one -> open && one.patient.equals(boxed)).forEach(ModelSession::seeAll);
    }

    private void erase(Predicate<ModelSession> which, EraseReason reason, Instant now) {
        for (ModelSession one : sessions.stream().filter(which).toList()) {
            sessions.remove(one);
            Gone left = new Gone(one.id, reason, now, one.said.size(), one.unseen());
            gone.add(left);
            boolean leavesBoxBare =
                    one.patient.equals(boxed) && latest(one.patient).isEmpty();
            if (leavesBoxBare) {
                closeBox();
                notice = Optional.of(left);
            }
        }
    }
}
