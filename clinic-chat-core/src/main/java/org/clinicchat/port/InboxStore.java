package org.clinicchat.port;

import java.util.List;
import java.util.Optional;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** The lists of conversations. Each answer is true of one moment. */
public interface InboxStore {

    /**
     * A page of a practitioner's list (INBOX-1 to INBOX-6).
     *
     * @param access the permission
     * @param scan which rows
     * @return the rows, or that the permission is stale
     */
    Answer<ListSlice<InboxRow>> page(InboxAccess access, InboxScan scan);

    /**
     * The totals of a practitioner's list, without a look at any message (INBOX-5).
     *
     * @param access the permission
     * @return the totals, or that the permission is stale
     */
    Answer<InboxTotals> totals(InboxAccess access);

    /**
     * A page of a patient's list (INBOX-7).
     *
     * @param clinic where
     * @param patient whose
     * @param permittedOnly whether pairs that the host has not permitted are left out (CARE-11)
     * @param after only rows after this place, if there is one
     * @param limit the most rows, 1 or more
     * @return the rows
     */
    ListSlice<PatientListed> patientPage(
            ClinicId clinic, PatientId patient, boolean permittedOnly, Optional<ListPosition> after, int limit);

    /**
     * How far all conversations of an owner are, in any order.
     *
     * @param clinic where
     * @param owner whose
     * @return the positions
     */
    List<ConversationPosition> positions(ClinicId clinic, PractitionerId owner);

    /**
     * How far all conversations of a patient are, in any order.
     *
     * @param clinic where
     * @param patient whose
     * @return the positions
     */
    List<ConversationPosition> positions(ClinicId clinic, PatientId patient);
}
