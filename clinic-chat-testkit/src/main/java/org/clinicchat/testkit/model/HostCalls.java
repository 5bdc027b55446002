package org.clinicchat.testkit.model;

import java.util.List;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** What {@link org.clinicchat.HostView} can be asked. */
public interface HostCalls {

    /**
     * Makes a practice.
     *
     * @param practitioner whose
     */
    void putPractice(PractitionerId practitioner);

    /**
     * Puts a profile.
     *
     * @param profile whose
     */
    void putPatient(PatientProfile profile);

    /**
     * Puts a work group.
     *
     * @param group which
     */
    void putWorkGroup(WorkGroup group);

    /**
     * Removes a work group.
     *
     * @param group which
     */
    void removeWorkGroup(WorkGroupId group);

    /**
     * Links or unlinks two records of one person.
     *
     * @param practitioner who
     * @param patient the same person
     * @param linked whether they are to be linked
     */
    void link(PractitionerId practitioner, PatientId patient, boolean linked);

    /**
     * Permits or withdraws a contact.
     *
     * @param patient who
     * @param practitioner to whom
     * @param permitted whether it is to be permitted
     */
    void permit(PatientId patient, PractitionerId practitioner, boolean permitted);

    /**
     * Puts a notice into a conversation.
     *
     * @param practitioner whose chat
     * @param draft the notice
     * @return the receipt, or why not
     */
    Outcome<Receipt> notice(PractitionerId practitioner, Draft draft);

    /**
     * Takes back a notice.
     *
     * @param practitioner whose chat
     * @param patient with whom
     * @param notice which message
     * @return the tombstone, or why not
     */
    Outcome<Message> retractNotice(PractitionerId practitioner, PatientId patient, MessageId notice);

    /**
     * A part of the audit.
     *
     * @param after only entries after this number
     * @param limit the most entries
     * @return the entries
     */
    List<AuditEntry> audit(long after, int limit);
}
