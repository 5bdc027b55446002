package org.clinicchat.port;

import java.util.List;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;

/** Who did what. Append-only: nothing is ever changed but the count of refusals within their minute. */
public interface AuditStore {

    /**
     * Records a refusal; equal ones of one minute (actor, on behalf of whom, code, conversation) are counted in one record,
     * the first.
     *
     * @param refusal a record of {@link org.clinicchat.audit.AuditAction#REFUSED}, counting 1
     */
    void refused(AuditRecord refusal);

    /**
     * A part of a clinic's audit, in the order in which it was written.
     *
     * @param clinic where
     * @param after only entries after this number, 0 for all
     * @param limit the most entries, 1 or more
     * @return the entries
     */
    List<AuditEntry> entries(ClinicId clinic, long after, int limit);
}
