package org.clinicchat.testkit.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionPhase;
import org.jspecify.annotations.Nullable;

/** A session as the model has it: everything as plain lists, every count a recount. */
final class ModelSession {

    /** A message, and whether the practitioner has seen it. */
    static final class Said {
        final boolean byPatient;
        final String id;
        final String text;
        boolean seen;

        Said(boolean byPatient, String id, String text) {
            this.byPatient = byPatient;
            this.id = id;
            this.text = text;
        }
    }

    final PatientId patient;
    final List<Said> said = new ArrayList<>();
    SessionPhase phase;
    Optional<Instant> ended = Optional.empty();

    /** Unknown until it is first shown, for a session that began by itself. */
    @Nullable
    SessionId id;

    ModelSession(PatientId patient, SessionPhase phase, @Nullable SessionId id) {
        this.patient = patient;
        this.phase = phase;
        this.id = id;
    }

    boolean isThere() {
        return phase == SessionPhase.IN_QUEUE || phase == SessionPhase.IN_CALL;
    }

    boolean hasEnded() {
        return phase == SessionPhase.ENDED;
    }

    int unseen() {
        int count = 0;
        for (Said one : said) {
            if (one.byPatient && !one.seen) {
                count++;
            }
        }
        return count;
    }

    void seeAll() {
        said.forEach(one -> one.seen = true);
    }

    List<String> texts() {
        return said.stream().map(one -> one.text).toList();
    }

    boolean practitionerHasWritten() {
        return said.stream().anyMatch(one -> !one.byPatient);
    }

    /** The first time that it is shown, its name is learnt; it is the same from then on. */
    boolean isNamed(SessionId shown) {
        if (id == null) {
            id = shown;
        }
        return shown.equals(id);
    }
}
