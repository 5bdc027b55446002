package org.clinicchat.port;

import java.util.List;
import java.util.Objects;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/**
 * The permission to read in one practitioner's list, as it was decided, to be held against the present by the read itself.
 *
 * @param clinic where
 * @param owner whose list
 * @param practiceVersion under which version of the practice it was decided
 * @param actor who reads: conversations in which he is the patient are left out (SUB-6)
 * @param reader whose read state it shows
 * @param permittedOnly whether pairs that the host has not permitted are left out (CARE-11)
 * @param audit what is written into the audit with the read; empty for most
 */
public record InboxAccess(
        ClinicId clinic,
        PractitionerId owner,
        long practiceVersion,
        PractitionerId actor,
        PersonRef reader,
        boolean permittedOnly,
        List<AuditRecord> audit) {

    /** Takes a copy. */
    public InboxAccess {
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(reader, "reader");
        audit = List.copyOf(audit);
    }
}
