package org.clinicchat.benchmarks.load.handwritten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.clinicchat.benchmarks.load.Sending;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose row is held, and all that a send asks for, in one statement.
 *
 * @param practice the practice's settings
 * @param id the conversation's id
 * @param revision its revision
 * @param lastSeq its last message
 * @param lastTime that message's time
 * @param practiceCount messages of the practice
 * @param patientCount messages of the patient
 * @param disabled whether the chat is off
 * @param sentBefore where the message with this client's id is, if it was sent before
 * @param replied whether the automatic reply was delivered
 */
record Locked(
        PracticeFacts practice,
        String id,
        long revision,
        long lastSeq,
        long lastTime,
        long practiceCount,
        long patientCount,
        boolean disabled,
        @Nullable Long sentBefore,
        boolean replied) {

    private static final String SELECT = "SELECT c.id, c.revision, c.last_seq, c.last_time, c.practice_count,"
            + " c.patient_count, c.disabled,"
            + " (SELECT m.seq FROM clinic_chat_message m WHERE m.clinic = c.clinic AND m.author = ? AND m.client_id = ?),"
            + " EXISTS (SELECT 1 FROM clinic_chat_auto_reply_delivery d WHERE d.clinic = c.clinic AND d.conversation = c.id"
            + " AND d.reply_round = p.reply_round AND d.reply_digest = p.reply_digest), "
            + PracticeFacts.COLUMNS
            + " FROM clinic_chat_conversation c JOIN clinic_chat_practice p"
            + " ON p.clinic = c.clinic AND p.practitioner = c.practitioner"
            + " WHERE c.clinic = ? AND c.practitioner = ? AND c.patient = ? FOR UPDATE OF c FOR SHARE OF p";

    /** Holds the conversation's row, and the practice's as it is; empty if no conversation has begun. */
    static Optional<Locked> hold(Connection connection, Sending sending) throws SQLException {
        Sending.Place place = sending.place();
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            Jdbc.bind(
                    statement,
                    sending.author(),
                    sending.clientId(),
                    place.clinic(),
                    place.practitioner(),
                    place.patient());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Locked read(ResultSet row) throws SQLException {
        long before = row.getLong(8);
        Long sentBefore = row.wasNull() ? null : before;
        return new Locked(
                PracticeFacts.read(row, 10),
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7),
                sentBefore,
                row.getBoolean(9));
    }
}
