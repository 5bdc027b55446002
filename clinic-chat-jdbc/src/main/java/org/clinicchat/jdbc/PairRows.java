package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** Pairs of a practitioner and a patient: those who are one person, or those who may write. */
final class PairRows {

    private static final String KEY = " WHERE clinic = ? AND practitioner = ? AND patient = ?";

    private final PracticeMoves moves;
    private final String present;
    private final String insert;
    private final String delete;

    PairRows(Wired wired, String table) {
        moves = new PracticeMoves(wired);
        present = wired.sql("SELECT 1 FROM " + table + KEY);
        insert = wired.sql("INSERT INTO " + table + " (clinic, practitioner, patient) VALUES (?, ?, ?)");
        delete = wired.sql("DELETE FROM " + table + KEY);
    }

    /** Adds a pair or takes it away, and moves the practices concerned; returns whether that changed anything. */
    boolean set(
            Connection connection,
            ClinicId clinic,
            PractitionerId practitioner,
            PatientId patient,
            boolean wanted,
            Set<String> concerned)
            throws SQLException {
        String[] pair = {clinic.value(), practitioner.value(), patient.value()};
        boolean isPresent =
                Sql.of(present, (Object[]) pair).one(connection, row -> true).isPresent();
        if (isPresent == wanted) {
            return false;
        }
        moves.move(connection, clinic, concerned);
        Sql.of(wanted ? insert : delete, (Object[]) pair).update(connection);
        return true;
    }
}
