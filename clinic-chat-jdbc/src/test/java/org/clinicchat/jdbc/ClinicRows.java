package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.clinicchat.people.ClinicId;

/**
 * What stands in the tables of a clinic, by plain SQL and by no code of the store's.
 *
 * @param heads the conversations' rows
 * @param messages all messages
 * @param retractions all retractions
 * @param switchings all switchings
 * @param deliveries the automatic replies' ledger, each entry by its conversation
 * @param auditNumbers the numbers of the audit's records
 * @param lastAuditNumber what the next one is counted from
 */
record ClinicRows(
        List<Head> heads,
        List<Said> messages,
        List<Taken> retractions,
        List<Switch> switchings,
        List<String> deliveries,
        List<Long> auditNumbers,
        long lastAuditNumber) {

    /** A conversation's row. */
    record Head(
            String id,
            String practitioner,
            String patient,
            long revision,
            long lastSeq,
            long lastTime,
            long newestFirst,
            long practiceCount,
            long patientCount,
            boolean disabled,
            Optional<String> preview,
            Optional<Long> awaitingSince,
            long ownerReadUpTo,
            long ownerSettled,
            long patientReadUpTo,
            long patientSettled) {}

    /** A message's row. */
    record Said(
            String conversation,
            long seq,
            long revision,
            String id,
            long time,
            String author,
            int kind,
            String text,
            long practiceCount,
            long patientCount,
            Optional<String> clientId) {

        boolean isHuman() {
            return kind == 1;
        }

        boolean isAutomatic() {
            return kind == 2;
        }

        boolean isByPatient() {
            return author.startsWith("p/");
        }
    }

    /** A retraction's row. */
    record Taken(String conversation, long seq, long revision) {}

    /** A switching's row. */
    record Switch(String conversation, long revision, boolean disabled) {}

    /** Reads all of a clinic. Nobody may be writing. */
    static ClinicRows of(DataSource database, ClinicId clinic) {
        try (Connection connection = database.getConnection()) {
            Tables tables = new Tables(connection, clinic);
            return new ClinicRows(
                    tables.all(
                            "id, practitioner, patient, revision, last_seq, last_time, newest_first, practice_count,"
                                    + " patient_count, disabled, preview_text, awaiting_since, owner_read_up_to,"
                                    + " owner_settled, patient_read_up_to, patient_settled",
                            "conversation",
                            ClinicRows::head),
                    tables.all(
                            "conversation, seq, revision, id, sent_time, author, kind, message_text, practice_count,"
                                    + " patient_count, client_id",
                            "message",
                            ClinicRows::said),
                    tables.all(
                            "conversation, seq, revision",
                            "retraction",
                            row -> new Taken(row.getString(1), row.getLong(2), row.getLong(3))),
                    tables.all(
                            "conversation, revision, disabled",
                            "switching",
                            row -> new Switch(row.getString(1), row.getLong(2), row.getBoolean(3))),
                    tables.all("conversation", "auto_reply_delivery", row -> row.getString(1)),
                    tables.all("number", "audit", row -> row.getLong(1)),
                    tables.all("last_number", "audit_end", row -> row.getLong(1)).stream()
                            .findFirst()
                            .orElse(0L));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getObject(12, Long.class)),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                Optional.ofNullable(row.getString(11)));
    }

    /** The tables, under their default names. */
    private record Tables(Connection connection, ClinicId clinic) {
        <T> List<T> all(String columns, String table, Sql.Mapper<T> mapper) throws SQLException {
            String select = "SELECT " + columns + " FROM clinic_chat_" + table + " WHERE clinic = ?";
            return Sql.of(select, clinic.value()).all(connection, mapper);
        }
    }
}
