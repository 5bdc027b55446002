package org.clinicchat.port;

import java.util.List;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.Practice;

/** What belongs to practitioners as owners of chats: one record for each, with one version. */
public interface PracticeStore {

    /**
     * What a decision on an owner's list and settings asks for, as it was at one moment.
     *
     * @param clinic where
     * @param owner whose
     * @param reader who looks
     * @return what is known
     */
    PracticeFacts facts(ClinicId clinic, PractitionerId owner, PractitionerId reader);

    /**
     * The same for the first try of a reading that holds the practice's version itself ({@link InboxAccess#practiceVersion}): it
     * may come from a cache, and then it is what was true under the version that it tells. A refusal is never given on it.
     *
     * @param clinic where
     * @param owner whose
     * @param reader who looks
     * @return what was known last
     */
    PracticeFacts knownFacts(ClinicId clinic, PractitionerId owner, PractitionerId reader);

    /**
     * Adds a practice, if there is none.
     *
     * @param clinic where
     * @param practice in version 1
     * @param audit what is written into the audit with it
     * @return false if there was one, and nothing changed
     */
    boolean add(ClinicId clinic, Practice practice, List<AuditRecord> audit);

    /**
     * Replaces a practice, if it is still in the version before.
     *
     * @param clinic where
     * @param next in the version that follows the present one
     * @param audit what is written into the audit with it
     * @return false if the present version is another, and nothing changed
     */
    boolean replace(ClinicId clinic, Practice next, List<AuditRecord> audit);
}
