package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.DirectoryStore;

/**
 * The people in the database. One change at a time in a clinic: it holds the clinic's row first, then the practices that it
 * moves in the order of their ids, so that nobody sees the change without the new versions (SUB-5).
 */
final class Directory implements DirectoryStore {

    private final Wired wired;
    private final AuditRows audits;
    private final WorkGroupRows groups;
    private final PairRows links;
    private final PairRows permissions;
    private final WordRows words;
    private final String patient;
    private final String insertPatient;
    private final String updatePatient;

    Directory(Wired wired) {
        this.wired = wired;
        audits = new AuditRows(wired);
        groups = new WorkGroupRows(wired);
        words = new WordRows(wired);
        links = new PairRows(wired, "{person_link}");
        permissions = new PairRows(wired, "{contact_permission}");
        patient = wired.sql("SELECT " + PatientRow.COLUMNS
                + ", t.search_text FROM {patient} t WHERE t.clinic = ? AND t.patient = ?");
        insertPatient = wired.sql("INSERT INTO {patient} (given_name, family_name, identifiers, search_text, clinic,"
                + " patient) VALUES (?, ?, ?, ?, ?, ?)");
        updatePatient = wired.sql("UPDATE {patient} SET given_name = ?, family_name = ?, identifiers = ?,"
                + " search_text = ? WHERE clinic = ? AND patient = ?");
    }

    /** Keeps everybody else from changing the clinic's people until the transaction ends. */
    static void lock(Connection connection, Wired wired, ClinicId clinic) throws SQLException {
        Sql.of(wired.sql(wired.dialect().directoryLock()), clinic.value()).update(connection);
        // H2 holds no row whose values stay as they are.
        Sql.of(wired.sql("SELECT clinic FROM {directory} WHERE clinic = ? FOR UPDATE"), clinic.value())
                .one(connection, row -> true);
    }

    @Override
    public void putPatient(ClinicId clinic, PatientProfile profile, AuditRecord audit) {
        changing(clinic, audit, connection -> puts(connection, clinic, profile));
    }

    @Override
    public Optional<PatientProfile> patient(ClinicId clinic, PatientId id) {
        return wired.transactions()
                .read(connection -> listed(connection, clinic, id))
                .map(Listed::profile);
    }

    @Override
    public void putWorkGroup(ClinicId clinic, WorkGroup group, AuditRecord audit) {
        changing(clinic, audit, connection -> groups.put(connection, clinic, group));
    }

    @Override
    public void removeWorkGroup(ClinicId clinic, WorkGroupId group, AuditRecord audit) {
        changing(clinic, audit, connection -> groups.remove(connection, clinic, group));
    }

    @Override
    public void setLinked(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean linked, AuditRecord audit) {
        changing(
                clinic,
                audit,
                connection -> links.set(
                        connection,
                        clinic,
                        practitioner,
                        patient,
                        linked,
                        groups.withColleagues(connection, clinic, practitioner)));
    }

    @Override
    public void setPermitted(
            ClinicId clinic, PractitionerId practitioner, PatientId patient, boolean permitted, AuditRecord audit) {
        changing(
                clinic,
                audit,
                connection -> permissions.set(
                        connection, clinic, practitioner, patient, permitted, Set.of(practitioner.value())));
    }

    /** Makes a change; if it changes nothing, nothing is recorded. */
    private void changing(ClinicId clinic, AuditRecord audit, Transactions.Work<Boolean> change) {
        wired.transactions().write(connection -> {
            lock(connection, wired, clinic);
            boolean changed = change.on(connection);
            if (changed) {
                audits.write(connection, List.of(audit));
            }
            return changed;
        });
    }

    private boolean puts(Connection connection, ClinicId clinic, PatientProfile profile) throws SQLException {
        Optional<Listed> before = listed(connection, clinic, profile.id());
        Listed next = new Listed(profile, PatientRow.searchText(profile));
        boolean changes = !before.equals(Optional.of(next));
        if (changes) {
            Sql.of(
                            before.isPresent() ? updatePatient : insertPatient,
                            profile.givenName(),
                            profile.familyName(),
                            PatientRow.identifiers(profile),
                            next.searchText(),
                            clinic.value(),
                            profile.id().value())
                    .update(connection);
            words.put(connection, clinic, profile.id(), WordRows.of(next.searchText()));
        }
        return changes;
    }

    private Optional<Listed> listed(Connection connection, ClinicId clinic, PatientId id) throws SQLException {
        return Sql.of(patient, clinic.value(), id.value()).one(connection, found -> {
            Row row = new Row(found);
            PatientProfile profile = PatientRow.read(row, id).orElseThrow();
            return new Listed(profile, row.text());
        });
    }

    /** A profile, and what a search compares with: another version of the library may fold names otherwise. */
    private record Listed(PatientProfile profile, String searchText) {}
}
