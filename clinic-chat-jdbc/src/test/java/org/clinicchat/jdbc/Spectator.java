package org.clinicchat.jdbc;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.clinicchat.people.ClinicId;

/** Looks at a database from outside, by plain SQL. One database of each kind is shared by all who ask. */
record Spectator(Dialect dialect, DataSource database) {

    private static final Map<Dialect, Spectator> ALL = new EnumMap<>(Dialect.class);

    static synchronized Spectator of(Dialect dialect) {
        return ALL.computeIfAbsent(dialect, any -> {
            DataSource database = Servers.fresh(dialect);
            JdbcSchema.migrate(database);
            return new Spectator(dialect, database);
        });
    }

    /** How many messages a clinic has. */
    long messages(ClinicId clinic) {
        return number("SELECT COUNT(*) FROM clinic_chat_message WHERE clinic = ?", clinic.value());
    }

    /** How many transactions wait for a lock. */
    long waiting() {
        return switch (dialect) {
            case POSTGRESQL -> number("SELECT COUNT(DISTINCT pid) FROM pg_locks WHERE NOT granted");
            case MARIADB ->
                number("SELECT variable_value FROM information_schema.global_status"
                        + " WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
            case H2 -> number("SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL");
        };
    }

    /** H2 may answer the same question in the same words from memory, while another's commit is under way. */
    private long number(String query, Object... arguments) {
        return new Transactions(database)
                .read(connection -> Sql.of(query + " -- " + UUID.randomUUID(), arguments)
                        .one(connection, row -> row.getLong(1))
                        .orElseThrow());
    }
}
