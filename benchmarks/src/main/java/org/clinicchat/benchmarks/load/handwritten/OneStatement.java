package org.clinicchat.benchmarks.load.handwritten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.clinicchat.benchmarks.load.Sending;
import org.clinicchat.benchmarks.load.Way;

/**
 * One data-modifying statement in autocommit: the practice's version, that the chat is on and that the client's id is new
 * stand in its conditions, the database counts. What is known of practices and of delivered replies is kept in memory; where
 * it does not do, a send goes the way of three statements.
 */
public final class OneStatement implements Way {

    private static final String SQL = "WITH p AS MATERIALIZED (SELECT 1 FROM clinic_chat_practice"
            + " WHERE clinic = ? AND practitioner = ? AND version = ? FOR SHARE),"
            + " h AS (UPDATE clinic_chat_conversation SET revision = revision + 1, last_seq = last_seq + 1,"
            + " last_time = GREATEST(last_time, ?), newest_first = -GREATEST(last_time, ?),"
            + " practice_count = practice_count + ?, patient_count = patient_count + ?, preview_author = ?,"
            + " preview_on_behalf_of = NULL, preview_kind = 1, preview_text = ?, preview_files = 0, awaiting_since = %s"
            + " WHERE clinic = ? AND practitioner = ? AND patient = ? AND NOT disabled AND EXISTS (SELECT 1 FROM p)"
            + " AND NOT EXISTS (SELECT 1 FROM clinic_chat_message WHERE clinic = ? AND author = ? AND client_id = ?)"
            + " RETURNING clinic, id, last_seq, revision, last_time, practice_count, patient_count),"
            + " m AS (INSERT INTO clinic_chat_message (clinic, conversation, seq, revision, id, sent_time, author, kind,"
            + " message_text, practice_count, patient_count, client_id) SELECT clinic, id, last_seq, revision, ?, last_time,"
            + " ?, 1, ?, practice_count, patient_count, ? FROM h) SELECT last_seq FROM h";
    private static final String PATIENT_WRITES = SQL.formatted("COALESCE(awaiting_since, ?)");
    private static final String PRACTICE_WRITES = SQL.formatted("CAST(? AS bigint)");

    private static final String PRACTICE =
            "SELECT " + PracticeFacts.COLUMNS + " FROM clinic_chat_practice p WHERE clinic = ? AND practitioner = ?";
    private static final String UNIQUE = "23505";

    private final DataSource database;
    private final ThreeStatements cold;
    private final ConcurrentMap<Practice, PracticeFacts> practices = new ConcurrentHashMap<>();
    private final ConcurrentMap<Sending.Place, Long> replied = new ConcurrentHashMap<>();

    /**
     * On the library's tables.
     *
     * @param database a pool
     */
    public OneStatement(DataSource database) {
        this.database = database;
        cold = new ThreeStatements(database);
    }

    private record Practice(String clinic, String practitioner) {}

    @Override
    public long send(Sending sending) {
        Practice key = new Practice(sending.place().clinic(), sending.place().practitioner());
        PracticeFacts practice = practices.computeIfAbsent(key, this::read);
        Optional<Long> stored = isWarm(sending, practice) ? atOnce(sending, practice) : Optional.empty();
        return stored.orElseGet(() -> cold(sending, key));
    }

    /** Whether no automatic reply is due, as far as is known; it was delivered under the same version of the practice. */
    private boolean isWarm(Sending sending, PracticeFacts practice) {
        Long known = replied.get(sending.place());
        return practice.active()
                && (!sending.fromPatient() || !practice.replies() || (known != null && known == practice.version()));
    }

    private long cold(Sending sending, Practice key) {
        PracticeFacts now = read(key);
        practices.put(key, now);
        long seq = cold.send(sending);
        if (sending.fromPatient()) {
            replied.put(sending.place(), now.version());
        }
        return seq;
    }

    private PracticeFacts read(Practice key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRACTICE)) {
            Jdbc.bind(statement, key.clinic(), key.practitioner());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return PracticeFacts.read(row, 1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Long> atOnce(Sending sending, PracticeFacts practice) {
        String sql = sending.fromPatient() ? PATIENT_WRITES : PRACTICE_WRITES;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, sending, practice);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            if (UNIQUE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Sending sending, PracticeFacts practice) throws SQLException {
        Sending.Place place = sending.place();
        long now = ThreeStatements.now();
        int fromPatient = sending.fromPatient() ? 1 : 0;
        Jdbc.bind(
                statement,
                place.clinic(),
                place.practitioner(),
                practice.version(),
                now,
                now,
                1 - fromPatient,
                fromPatient,
                sending.author(),
                sending.text(),
                sending.fromPatient() ? (Long) now : null,
                place.clinic(),
                place.practitioner(),
                place.patient(),
                place.clinic(),
                sending.author(),
                sending.clientId(),
                ThreeStatements.newId(),
                sending.author(),
                sending.text(),
                sending.clientId());
    }

    @Override
    public void close() {
        // The pool is not its own.
    }
}
