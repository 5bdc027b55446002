package org.clinicchat.session.desk;

import java.util.List;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.PageId;

/**
 * Who should look again after a step; signals alone, without content.
 *
 * @param pages which of the practitioner's pages have changed; one that was detached is among them this once
 * @param alert whether the practitioner is to be alerted to a message (SES-10)
 * @param patients whose pages have changed
 * @param erasures what was erased
 */
public record DeskNews(List<PageId> pages, boolean alert, List<PatientId> patients, List<Erasure> erasures) {

    /** Nothing happened. */
    public static final DeskNews NONE = new DeskNews(List.of(), false, List.of(), List.of());

    /** Keeps the lists from being changed. */
    public DeskNews {
        pages = List.copyOf(pages);
        patients = List.copyOf(patients);
        erasures = List.copyOf(erasures);
    }

    @Override
    public String toString() {
        return "DeskNews[" + patients.size() + " patients, " + erasures + "]";
    }
}
