package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.service.AutoReplyDelivery;
import org.clinicchat.service.Practice;

/** Practices in the database. */
final class Practices implements PracticeStore {

    private static final String FACTS = "SELECT p.version, p.settings,"
            + " EXISTS (SELECT 1 FROM {work_group_member} a JOIN {work_group_member} b ON b.clinic = a.clinic"
            + " AND b.work_group = a.work_group WHERE a.clinic = ? AND a.practitioner = ? AND b.practitioner = ?)"
            + " FROM (SELECT 1 AS one) k LEFT JOIN {practice} p ON p.clinic = ? AND p.practitioner = ?";
    private static final String PRESENT = "SELECT 1 FROM {practice} WHERE clinic = ? AND practitioner = ?";
    private static final String INSERT = "INSERT INTO {practice} (version, settings, reply_round, reply_activation,"
            + " reply_digest, clinic, practitioner) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String REPLACE = "UPDATE {practice} SET version = ?, settings = ?, reply_round = ?,"
            + " reply_activation = ?, reply_digest = ? WHERE clinic = ? AND practitioner = ? AND version = ?";

    private final Wired wired;
    private final AuditRows audits;
    private final Optional<KnownPractices> known;

    /** What is known is kept for reads; without it everything is read afresh. */
    Practices(Wired wired, Optional<KnownPractices> known) {
        this.wired = wired;
        this.known = known;
        this.audits = new AuditRows(wired);
    }

    @Override
    public PracticeFacts knownFacts(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        return known.flatMap(practices -> practices.find(clinic, owner, reader))
                .orElseGet(() -> facts(clinic, owner, reader));
    }

    @Override
    public PracticeFacts facts(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        PracticeFacts facts = read(clinic, owner, reader);
        known.ifPresent(practices -> practices.keep(clinic, owner, reader, facts));
        return facts;
    }

    private PracticeFacts read(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        // Nobody has the empty id: nobody shares a work group with himself.
        String colleague = reader.equals(owner) ? "" : reader.value();
        Sql facts = Sql.of(wired.sql(FACTS), clinic.value(), owner.value(), colleague, clinic.value(), owner.value());
        return wired.transactions()
                .read(connection ->
                        facts.one(connection, row -> read(new Row(row), owner)).orElseThrow());
    }

    private static PracticeFacts read(Row row, PractitionerId owner) throws SQLException {
        long version = row.number();
        Optional<Practice> practice = row.optionalText().map(settings -> PracticeJson.read(settings, owner, version));
        return new PracticeFacts(practice, row.flag());
    }

    /**
     * Holds the directory, as every change of the people does: a change that did not see the practice is done before the
     * practice can be asked for, so that nothing is decided on the people as they were before (SUB-5).
     */
    @Override
    public boolean add(ClinicId clinic, Practice practice, List<AuditRecord> audit) {
        return wired.transactions().write(connection -> {
            Directory.lock(connection, wired, clinic);
            boolean added = !isPresent(connection, clinic, practice.practitioner());
            if (added) {
                row(INSERT, clinic, practice).update(connection);
                audits.write(connection, audit);
            }
            return added;
        });
    }

    private boolean isPresent(Connection connection, ClinicId clinic, PractitionerId practitioner) throws SQLException {
        return Sql.of(wired.sql(PRESENT), clinic.value(), practitioner.value())
                .one(connection, row -> true)
                .isPresent();
    }

    @Override
    public boolean replace(ClinicId clinic, Practice next, List<AuditRecord> audit) {
        return wired.transactions().write(connection -> {
            boolean follows =
                    row(REPLACE, clinic, next).with(next.version() - 1).update(connection) == 1;
            if (follows) {
                audits.write(connection, audit);
            } else {
                wired.transactions().seePresent();
            }
            return follows;
        });
    }

    private Sql row(String statement, ClinicId clinic, Practice practice) {
        AutoReplyDelivery delivery = practice.autoReply().delivery();
        return Sql.of(
                wired.sql(statement),
                practice.version(),
                PracticeJson.write(practice),
                delivery.round(),
                delivery.activation(),
                delivery.textDigest(),
                clinic.value(),
                practice.practitioner().value());
    }
}
