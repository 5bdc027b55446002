package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Conversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;

/**
 * A batch of group commit on PostgreSQL, made to order: two writers are held, and so whoever sends waits; when one of them is
 * let go, all who wait are stored together, by a thread whose name begins with member.
 */
final class Batch implements AutoCloseable {

    private final List<Held.Trap> writers = new ArrayList<>();
    private final List<Called<Outcome<Receipt>>> writing = new ArrayList<>();
    private int members;

    private Batch() {}

    /** Begins every conversation, makes it known here, and holds two writers: Carla and Dario, who write to Rossi. */
    static Batch in(HeldClinic clinic) {
        Batch batch = new Batch();
        for (PatientId patient : List.of(HeldClinic.ANNA, HeldClinic.BRUNO, HeldClinic.CARLA, HeldClinic.DARIO)) {
            begin(HeldClinic.patient(clinic.here, patient, HeldClinic.ROSSI), patient);
            begin(HeldClinic.patient(clinic.here, patient, HeldClinic.VERDI), patient);
        }
        for (PatientId patient : List.of(HeldClinic.CARLA, HeldClinic.DARIO)) {
            Held.Trap trap = clinic.held.before("writer", 0);
            batch.writers.add(trap);
            batch.writing.add(
                    HeldClinic.sending("writer", HeldClinic.patient(clinic.here, patient, HeldClinic.ROSSI), patient));
            trap.awaitReached();
        }
        return batch;
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

    /** One writer goes on; the first who waits then stores all who wait. */
    void go() {
        writers.get(0).letGo();
    }

    /** The writers are answered, whatever became of the batch. */
    @Override
    public void close() {
        writers.forEach(Held.Trap::letGo);
        writing.forEach(Called::get);
    }
}
