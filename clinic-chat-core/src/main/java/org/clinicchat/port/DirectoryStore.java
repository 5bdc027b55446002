package org.clinicchat.port;

import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * The people and how they are connected, as the host has put them. Each call is idempotent, and stored with its audit record
 * in one step; what is so already changes nothing: no version moves, and nothing is recorded.
 *
 * <p>Before a call returns that changes who may reach a practitioner's chats, the version of that practice has moved, so that
 * nothing decided before can be committed or read after (SUB-5): a work group moves the practices of all who were or are in
 * it; a person link moves the practitioner's own and those of all who share a work group with him; a permission moves the
 * practitioner's.
 */
public interface DirectoryStore {

    /**
     * Puts a profile, in place of the one before.
     *
     * @param clinic where
     * @param profile whose
     * @param audit the record
     */
    void putPatient(ClinicId clinic, PatientProfile profile, AuditRecord audit);

    /**
     * A profile.
     *
     * @param clinic where
     * @param patient whose
     * @return the profile, or empty if the host has put none
     */
    Optional<PatientProfile> patient(ClinicId clinic, PatientId patient);

    /**
     * Puts a work group, in place of the one before.
     *
     * @param clinic where
     * @param group which, with all its members
     * @param audit the record
     */
    void putWorkGroup(ClinicId clinic, WorkGroup group, AuditRecord audit);

    /**
     * Removes a work group; nothing happens if there is none.
     *
     * @param clinic where
     * @param group which
     * @param audit the record
     */
    void removeWorkGroup(ClinicId clinic, WorkGroupId group, AuditRecord audit);

    /**
     * Links or unlinks a practitioner and a patient who are one person (SUB-6).
     *
     * @param clinic where
     * @param practitioner who
     * @param patient the same person as a patient
     * @param linked whether they are to be linked
     * @param audit the record
     */
    void setLinked(ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean linked, AuditRecord audit);

    /**
     * Permits or withdraws that a patient writes to a practitioner (CARE-11).
     *
     * @param clinic where
     * @param practitioner to whom
     * @param patient who
     * @param permitted whether it is to be permitted
     * @param audit the record
     */
    void setPermitted(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean permitted, AuditRecord audit);
}
