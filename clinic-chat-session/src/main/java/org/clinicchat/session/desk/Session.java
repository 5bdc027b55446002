package org.clinicchat.session.desk;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.QueueRow;
import org.clinicchat.session.chat.SessionDraft;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.chat.SessionSide;
import org.clinicchat.session.chat.Transcript;
import org.jspecify.annotations.Nullable;

/** One session as it is held. Immutable. */
final class Session {

    private final SessionId id;
    private final PatientId patient;
    private final SessionPhase phase;
    private final Instant began;
    private final @Nullable Instant ended;
    private final MessageLog log;
    /** How many of the patient's messages the practitioner has viewed: always the first ones. */
    private final int viewed;

    private Session(
            SessionId id,
            PatientId patient,
            SessionPhase phase,
            Instant began,
            @Nullable Instant ended,
            MessageLog log,
            int viewed) {
        this.id = id;
        this.patient = patient;
        this.phase = phase;
        this.began = began;
        this.ended = ended;
        this.log = log;
        this.viewed = viewed;
    }

    static Session begun(SessionId id, PatientId patient, SessionPhase phase, Instant now) {
        return new Session(id, patient, phase, now, null, MessageLog.EMPTY, 0);
    }

    SessionId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    SessionPhase phase() {
        return phase;
    }

    MessageLog log() {
        return log;
    }

    Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    boolean isEnded() {
        return phase == SessionPhase.ENDED;
    }

    /** Whether it ended at this moment or before. */
    boolean endedBy(Instant moment) {
        return ended != null && !ended.isAfter(moment);
    }

    boolean isOf(PatientId somebody) {
        return patient.equals(somebody);
    }

    @Enforces("SES-2")
    int unviewed() {
        return log.ofPatient() - viewed;
    }

    long bytes() {
        return Weight.SESSION + log.bytes();
    }

    /** From queue to call and back it is the same session (SES-1). */
    Session in(SessionPhase live) {
        return phase == live ? this : new Session(id, patient, live, began, null, log, viewed);
    }

    Session endedAt(Instant now) {
        return new Session(id, patient, SessionPhase.ENDED, began, now, log, viewed);
    }

    Session with(SessionSide from, SessionDraft draft, Instant now) {
        return new Session(id, patient, phase, began, ended, log.with(from, draft, log.dated(now)), viewed);
    }

    Session allViewed() {
        return unviewed() == 0 ? this : new Session(id, patient, phase, began, ended, log, log.ofPatient());
    }

    Transcript transcript() {
        return new Transcript(id, phase, began, ended(), log.messages());
    }

    QueueRow row(int unviewedOfPatient) {
        return new QueueRow(id, patient, phase, unviewedOfPatient);
    }

    @Enforces("ERA-6")
    ErasedSession erased(Instant now, EraseReason reason) {
        return new ErasedSession(id, began, ended(), now, log.size(), reason);
    }
}
