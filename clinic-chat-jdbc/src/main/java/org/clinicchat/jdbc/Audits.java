package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.AuditStore;

/** The audit in the database. */
final class Audits implements AuditStore {

    private static final String ENTRIES = "SELECT number, action, actor, on_behalf_of, refusal, conversation,"
            + " work_group, about, recorded_time, times FROM {audit} WHERE clinic = ? AND number > ? ORDER BY number LIMIT ?";

    private final Wired wired;
    private final AuditRows rows;

    Audits(Wired wired) {
        this.wired = wired;
        this.rows = new AuditRows(wired);
    }

    /**
     * Most refusals are repetitions: one statement counts them, and nobody waits at the clinic's last number. The first of a
     * minute looks again once it has the number, for another may have been first meanwhile.
     */
    @Override
    public void refused(AuditRecord refusal) {
        boolean counted = wired.transactions().write(connection -> rows.count(connection, refusal));
        if (!counted) {
            wired.transactions().write(connection -> countOrAdd(connection, refusal));
        }
    }

    private boolean countOrAdd(Connection connection, AuditRecord refusal) throws SQLException {
        rows.lock(connection, refusal.clinic());
        boolean counted = rows.count(connection, refusal);
        if (!counted) {
            rows.addRefusal(connection, refusal);
        }
        return counted;
    }

    @Override
    public List<AuditEntry> entries(ClinicId clinic, long after, int limit) {
        Sql entries = Sql.of(wired.sql(ENTRIES), clinic.value(), after, limit);
        return wired.transactions().read(connection -> entries.all(connection, row -> entry(clinic, row)));
    }

    private static AuditEntry entry(ClinicId clinic, ResultSet row) throws SQLException {
        AuditRecord record = new AuditRecord(
                clinic,
                AuditAction.valueOf(row.getString("action")),
                new Authorship(
                        Codes.person(row.getString("actor")), Codes.optionalPerson(row.getString("on_behalf_of"))),
                Optional.ofNullable(row.getString("refusal")).map(RefusalCode::valueOf),
                Optional.ofNullable(row.getString("conversation")).map(ConversationId::of),
                Optional.ofNullable(row.getString("work_group")).map(WorkGroupId::of),
                Json.strings(row.getString("about")).stream().map(Codes::person).toList(),
                Codes.instant(row.getLong("recorded_time")),
                row.getLong("times"));
        return new AuditEntry(row.getLong("number"), record);
    }
}
