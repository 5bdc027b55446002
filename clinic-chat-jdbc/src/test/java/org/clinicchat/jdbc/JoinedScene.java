package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.JoinedChat;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.testkit.RecordingTransport;

/** A host with appointments of its own beside the chat's tables, in a clinic of its own. */
final class JoinedScene {

    static final PractitionerId ROSSI = PractitionerId.of("rossi");
    static final PractitionerId BIANCHI = PractitionerId.of("bianchi");
    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId BRUNO = PatientId.of("bruno");

    private static final Map<Dialect, Database> DATABASES = new EnumMap<>(Dialect.class);
    private static final AtomicInteger CLINICS = new AtomicInteger();

    /** A database with the chat's tables and the host's. */
    private record Database(DataSource dataSource, JdbcStore store) {
        static Database fresh(Dialect dialect) {
            DataSource dataSource = Servers.fresh(dialect);
            execute(dataSource, "CREATE TABLE appointment (clinic varchar(64), name varchar(64))");
            return new Database(dataSource, JdbcStore.on(dataSource).migrate().open());
        }
    }

    final Dialect dialect;
    final DataSource dataSource;
    final JdbcStore store;
    final RecordingTransport signals = new RecordingTransport();
    final List<Long> told = new CopyOnWriteArrayList<>();
    final ClinicChat chat;
    final Clinic clinic;

    private JoinedScene(Dialect dialect, Database database) {
        this.dialect = dialect;
        dataSource = database.dataSource();
        store = database.store();
        chat = chat();
        clinic = chat.clinic(ClinicId.of("clinic-" + CLINICS.incrementAndGet()));
    }

    static synchronized JoinedScene on(Dialect dialect) {
        JoinedScene scene = new JoinedScene(dialect, DATABASES.computeIfAbsent(dialect, Database::fresh));
        scene.furnish();
        return scene;
    }

    private ClinicChat chat() {
        return ClinicChat.on(store)
                .transport(signals)
                .deliverOn(Runnable::run)
                .sweepOnDemand()
                .build();
    }

    private void furnish() {
        clinic.host().putPatient(PatientProfile.of(ANNA, "Anna", "D'Amico"));
        clinic.host().putPatient(PatientProfile.of(BRUNO, "Bruno", "Verdi"));
        clinic.host().putWorkGroup(WorkGroup.of(WorkGroupId.of("ward"), ROSSI, BIANCHI));
        for (PractitionerId practitioner : List.of(ROSSI, BIANCHI)) {
            clinic.host().putPractice(practitioner);
            clinic.practitioner(practitioner).settings().activateService().orThrow();
            clinic.practitioner(practitioner).settings().showToSubstitutes().orThrow();
        }
    }

    /** Writes down which revisions Rossi is told of. */
    void listen() {
        clinic.practitioner(ROSSI)
                .subscribe((conversation, event) -> told.add(event.revision().value()))
                .orThrow();
    }

    ConversationKey key(PractitionerId practitioner, PatientId patient) {
        return new ConversationKey(clinic.id(), practitioner, patient);
    }

    HostWork begin() {
        return begin(Connection.TRANSACTION_READ_COMMITTED);
    }

    HostWork begin(int isolation) {
        try {
            Connection connection = dataSource.getConnection();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            HostWork work = new HostWork(connection);
            work.waitNotForEver();
            return work;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The appointments that are committed. */
    long appointments() {
        return number(dataSource, "SELECT COUNT(*) FROM appointment WHERE clinic = '" + clinic.id() + "'");
    }

    /** Returns when all of these wait for a lock: the database says so. One that is done waits for none. */
    void awaitWaiting(List<? extends Called<?>> calls) {
        String waiting = switch (dialect) {
            case POSTGRESQL ->
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'";
            case MARIADB ->
                "SELECT variable_value FROM information_schema.global_status"
                        + " WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'";
            case H2 -> "SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL";
        };
        Called.until(() ->
                number(dataSource, waiting) >= calls.size() || calls.stream().anyMatch(Called::isDone));
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of(sql).one(connection, row -> row.getLong(1)).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction of the host's, and the chat inside it. */
    final class HostWork implements AutoCloseable {

        final Connection connection;
        final JoinedChat joined;
        final Clinic clinic;

        private HostWork(Connection connection) {
            this.connection = connection;
            joined = chat.joining(store.joining(connection));
            clinic = joined.clinic(JoinedScene.this.clinic.id());
        }

        void book(String appointment) {
            run(() -> Sql.of(
                            "INSERT INTO appointment VALUES (?, ?)", clinic.id().value(), appointment)
                    .update(connection));
        }

        /** H2 does not find every deadlock, nor tell of every wait: there somebody gives up waiting. */
        void waitAtMost(int seconds) {
            if (dialect == Dialect.H2) {
                run(() -> Sql.of("SET LOCK_TIMEOUT " + seconds * 1_000).update(connection));
            }
        }

        /**
         * Should a test fail while one of its transactions waits for another, the one that waits is closed first: it must come
         * to an end by itself. MariaDB's do.
         */
        private void waitNotForEver() {
            waitAtMost(30);
            if (dialect == Dialect.POSTGRESQL) {
                run(() -> Sql.of("SET LOCAL lock_timeout = 30000").update(connection));
            }
        }

        void commit() {
            run(connection::commit);
        }

        void rollBack() {
            run(connection::rollback);
        }

        @Override
        public void close() {
            run(() -> {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
            });
        }

        private static void run(Step step) {
            try {
                step.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Something of the database's. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
