package org.clinicchat.benchmarks.load.handwritten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.clinicchat.benchmarks.load.Sending;
import org.clinicchat.benchmarks.load.Way;
import org.jspecify.annotations.Nullable;

/**
 * Three statements in a transaction: SELECT … FOR UPDATE with all that is asked for, INSERT, UPDATE. The automatic reply's
 * ledger, and a conversation's beginning, are statements more.
 */
public final class ThreeStatements implements Way {

    private static final String UNIQUE = "23505";
    private static final String INSERT = "INSERT INTO clinic_chat_message (clinic, conversation, seq, revision, id,"
            + " sent_time, author, kind, message_text, practice_count, patient_count, client_id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LEDGER =
            "INSERT INTO clinic_chat_auto_reply_delivery (clinic, conversation, reply_round,"
                    + " reply_activation, reply_digest) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String UPDATE =
            "UPDATE clinic_chat_conversation SET revision = ?, last_seq = ?, last_time = ?,"
                    + " newest_first = ?, practice_count = ?, patient_count = ?, preview_author = ?, preview_on_behalf_of = NULL,"
                    + " preview_kind = 1, preview_text = ?, preview_files = 0, awaiting_since = ";
    private static final String KEY = " WHERE clinic = ? AND practitioner = ? AND patient = ?";
    private static final String PATIENT_WRITES = UPDATE + "COALESCE(awaiting_since, ?)" + KEY;
    private static final String PRACTICE_WRITES = UPDATE + "CAST(? AS bigint)" + KEY;

    private final DataSource database;

    /**
     * On the library's tables.
     *
     * @param database a pool
     */
    public ThreeStatements(DataSource database) {
        this.database = database;
    }

    @Override
    public long send(Sending sending) {
        try {
            return attempt(sending);
        } catch (SQLException e) {
            if (!UNIQUE.equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
            return again(sending);
        }
    }

    /** Another with the same client's id was first: now it is found. */
    private long again(Sending sending) {
        try {
            return attempt(sending);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long attempt(Sending sending) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long seq = send(connection, sending);
                connection.commit();
                return seq;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static long send(Connection connection, Sending sending) throws SQLException {
        Optional<Locked> held = Locked.hold(connection, sending);
        if (held.isPresent()) {
            return send(connection, sending, held.get());
        }
        String id = newId();
        boolean begun = Beginning.begin(connection, sending, id, now());
        Locked locked = Locked.hold(connection, sending)
                .orElseThrow(() -> new IllegalStateException("there is no such practice or patient"));
        long seq = send(connection, sending, locked);
        if (begun) {
            Beginning.record(connection, sending, id, now());
        }
        return seq;
    }

    private static long send(Connection connection, Sending sending, Locked held) throws SQLException {
        if (held.sentBefore() != null) {
            return held.sentBefore();
        }
        if (!held.practice().active() || held.disabled()) {
            throw new IllegalStateException("the chat is off");
        }
        Added added = new Added(held, sending, Math.max(now(), held.lastTime()));
        boolean replies = replies(connection, sending, held);
        insert(connection, added, replies);
        update(connection, added, replies);
        return added.seq();
    }

    /** The ledger says once and for all who delivers it. */
    private static boolean replies(Connection connection, Sending sending, Locked held) throws SQLException {
        PracticeFacts practice = held.practice();
        return sending.fromPatient()
                && practice.replies()
                && !held.replied()
                && Jdbc.update(
                                connection,
                                LEDGER,
                                sending.place().clinic(),
                                held.id(),
                                practice.round(),
                                practice.activation(),
                                practice.digest())
                        == 1;
    }

    private static void insert(Connection connection, Added added, boolean replies) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Jdbc.bind(statement, added.message());
            if (!replies) {
                statement.executeUpdate();
                return;
            }
            statement.addBatch();
            Jdbc.bind(statement, added.reply());
            statement.addBatch();
            statement.executeBatch();
        }
    }

    private static void update(Connection connection, Added added, boolean replies) throws SQLException {
        String sql = added.sending().fromPatient() ? PATIENT_WRITES : PRACTICE_WRITES;
        Jdbc.update(connection, sql, added.head(replies ? 1 : 0));
    }

    static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        // The pool is not its own.
    }

    /** What a send adds to a conversation that is held. */
    private record Added(Locked held, Sending sending, long time) {

        long seq() {
            return held.lastSeq() + 1;
        }

        private long practiceCount() {
            return held.practiceCount() + (sending.fromPatient() ? 0 : 1);
        }

        private long patientCount() {
            return held.patientCount() + (sending.fromPatient() ? 1 : 0);
        }

        @Nullable
        Object[] message() {
            return new @Nullable Object[] {
                sending.place().clinic(),
                held.id(),
                seq(),
                held.revision() + 1,
                newId(),
                time,
                sending.author(),
                1,
                sending.text(),
                practiceCount(),
                patientCount(),
                sending.clientId()
            };
        }

        @Nullable
        Object[] reply() {
            return new @Nullable Object[] {
                sending.place().clinic(),
                held.id(),
                seq() + 1,
                held.revision() + 2,
                newId(),
                time,
                "d/" + sending.place().practitioner(),
                2,
                held.practice().replyText(),
                practiceCount() + 1,
                patientCount(),
                null
            };
        }

        @Nullable
        Object[] head(int replies) {
            return new @Nullable Object[] {
                held.revision() + 1 + replies,
                seq() + replies,
                time,
                -time,
                practiceCount() + replies,
                patientCount(),
                sending.author(),
                sending.text(),
                sending.fromPatient() ? (Long) time : null,
                sending.place().clinic(),
                sending.place().practitioner(),
                sending.place().patient()
            };
        }
    }
}
