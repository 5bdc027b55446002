package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Conversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * A batch of group commit on PostgreSQL, made to order: as many writers are held as go straight through, and so whoever sends
 * waits; when enough of them are let go, all who wait are stored together, by a thread whose name begins with member. Elena's
 * sends are there to make them many: few would go straight through.
 */
final class Batch implements AutoCloseable {

    /** With this many let go, the one that is left and the next are all who write at once. */
    private static final int LET_GO = 3;

    private final HeldClinic clinic;
    private final List<Held.Trap> writers = new ArrayList<>();
    private final List<Called<Outcome<Receipt>>> writing = new ArrayList<>();
    private final List<Called<Outcome<Receipt>>> others = new ArrayList<>();
    private int members;

    private Batch(HeldClinic clinic) {
        this.clinic = clinic;
    }

    /** Begins every conversation, makes it known here, and holds four writers: Carla and Dario, who write to both. */
    static Batch in(HeldClinic clinic) {
        Batch batch = new Batch(clinic);
        for (PatientId patient : HeldClinic.PATIENTS) {
            begin(HeldClinic.patient(clinic.here, patient, HeldClinic.ROSSI), patient);
            begin(HeldClinic.patient(clinic.here, patient, HeldClinic.VERDI), patient);
        }
        for (PatientId patient : List.of(HeldClinic.CARLA, HeldClinic.DARIO)) {
            batch.hold(patient, HeldClinic.ROSSI);
            batch.hold(patient, HeldClinic.VERDI);
        }
        return batch;
    }

    private void hold(PatientId patient, PractitionerId owner) {
        Held.Trap trap = clinic.held.before("writer", 0);
        writers.add(trap);
        writing.add(HeldClinic.sending("writer", HeldClinic.patient(clinic.here, patient, owner), patient));
        trap.awaitReached();
    }

    private static void begin(Conversation talk, PatientId patient) {
        talk.send(Draft.of(patient, "Buongiorno")).orThrow();
        // What the first send has made is known here once it has been read.
        talk.send(Draft.of(patient, "Come sta?")).orThrow();
    }

    /** A send that waits to be stored with the others. */
    Called<Outcome<Receipt>> join(Conversation talk, PatientId patient) {
        return join(talk, Draft.of(patient, "Insieme"));
    }

    Called<Outcome<Receipt>> join(Conversation talk, Draft draft) {
        members++;
        return HeldClinic.sending("member-" + members, talk, draft).awaitWaitingIn(GroupCommit.class);
    }

    /** The first who waits stores all who wait. */
    void go() {
        for (PractitionerId owner : List.of(HeldClinic.ROSSI, HeldClinic.VERDI)) {
            others.add(join(HeldClinic.patient(clinic.here, HeldClinic.ELENA, owner), HeldClinic.ELENA));
        }
        writers.subList(0, LET_GO).forEach(Held.Trap::letGo);
    }

    /** The writers are stored, whatever became of the batch. */
    @Override
    public void close() {
        writers.forEach(Held.Trap::letGo);
        writing.forEach(Called::get);
        others.forEach(Called::awaitDone);
    }
}
