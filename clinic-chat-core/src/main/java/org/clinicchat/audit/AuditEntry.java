package org.clinicchat.audit;

import java.util.Objects;

/**
 * A record as it stands in a clinic's audit.
 *
 * @param number its place: 1, 2, 3 … in the order in which the records were written
 * @param record the record; only the count of refusals still rises, within their minute
 */
public record AuditEntry(long number, AuditRecord record) {

    /** Checks that nothing is null. */
    public AuditEntry {
        Objects.requireNonNull(record, "record");
    }
}
