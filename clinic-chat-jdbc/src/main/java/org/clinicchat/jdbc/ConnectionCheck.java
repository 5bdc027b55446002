package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether connections are such that the chat can be kept by them. */
final class ConnectionCheck {

    private ConnectionCheck() {}

    /**
     * Refuses what every write would fail on. Auto-commit may be on or off, the isolation level is any: both are dealt with.
     *
     * @throws IllegalStateException if nothing can be written by it
     */
    static void writes(Connection connection, Dialect dialect) throws SQLException {
        if (connection.isReadOnly() || isReadOnlyThere(connection, dialect)) {
            throw new IllegalStateException("The DataSource gives connections that only read, or those of a replica."
                    + " Clinic Chat writes: give it a DataSource of the primary server, with readOnly off.");
        }
    }

    private static boolean isReadOnlyThere(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL -> is(connection, "SELECT current_setting('transaction_read_only') = 'on'");
            case MARIADB -> is(connection, "SELECT @@read_only = 1 OR @@tx_read_only = 1");
            case H2 -> false;
        };
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        return Sql.of(question).one(connection, row -> row.getBoolean(1)).orElseThrow();
    }
}
