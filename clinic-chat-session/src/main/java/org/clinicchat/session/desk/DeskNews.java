package org.clinicchat.session.desk;

import java.util.List;
import org.clinicchat.people.PatientId;

/**
 * Who should look again after a step; signals alone, without content.
 *
 * @param page whether the practitioner's page has changed
 * @param alert whether the practitioner is to be alerted to a message (SES-10)
 * @param patients whose pages have changed
 * @param erasures what was erased
 */
public record DeskNews(boolean page, boolean alert, List<PatientId> patients, List<Erasure> erasures) {

    /** Nothing happened. */
    public static final DeskNews NONE = new DeskNews(false, false, List.of(), List.of());

    /** Keeps the lists from being changed. */
    public DeskNews {
        patients = List.copyOf(patients);
        erasures = List.copyOf(erasures);
    }

    @Override
    public String toString() {
        return "DeskNews[" + patients.size() + " patients, " + erasures + "]";
    }
}
