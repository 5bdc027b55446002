package org.clinicchat.benchmarks.load.handwritten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.clinicchat.benchmarks.load.Sending;

/** Begins a conversation, with its record in the audit. */
final class Beginning {

    private static final String CONVERSATION =
            "INSERT INTO clinic_chat_conversation (clinic, practitioner, patient, id,"
                    + " revision, last_seq, last_time, newest_first, practice_count, patient_count, disabled, switched_time,"
                    + " owner_read_up_to, owner_settled, owner_marked, owner_marks, patient_read_up_to, patient_settled,"
                    + " patient_marked, patient_marks) SELECT p.clinic, p.practitioner, t.patient, ?, 0, 0, ?, ?, 0, 0, FALSE, ?,"
                    + " 0, 0, FALSE, 0, 0, 0, FALSE, 0 FROM clinic_chat_practice p JOIN clinic_chat_patient t ON t.clinic = p.clinic"
                    + " WHERE p.clinic = ? AND p.practitioner = ? AND t.patient = ? ON CONFLICT DO NOTHING";
    private static final String NUMBER = "INSERT INTO clinic_chat_audit_end AS e (clinic, last_number) VALUES (?, 1)"
            + " ON CONFLICT (clinic) DO UPDATE SET last_number = e.last_number + 1 RETURNING last_number";
    private static final String AUDIT =
            "INSERT INTO clinic_chat_audit (clinic, number, action, actor, conversation, about,"
                    + " recorded_time, times) VALUES (?, ?, 'CONVERSATION_STARTED', ?, ?, '[]', ?, 1)";

    private Beginning() {}

    /** Whether this call began it, under this id; otherwise another has, or there is no such practice or patient. */
    static boolean begin(Connection connection, Sending sending, String id, long now) throws SQLException {
        Sending.Place place = sending.place();
        return Jdbc.update(
                        connection,
                        CONVERSATION,
                        id,
                        now,
                        -now,
                        now,
                        place.clinic(),
                        place.practitioner(),
                        place.patient())
                == 1;
    }

    /** Its record: last of all, since the clinic's counter is held until the commit. */
    static void record(Connection connection, Sending sending, String id, long now) throws SQLException {
        String clinic = sending.place().clinic();
        Jdbc.update(connection, AUDIT, clinic, number(connection, clinic), sending.author(), id, now);
    }

    private static long number(Connection connection, String clinic) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            Jdbc.bind(statement, clinic);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
