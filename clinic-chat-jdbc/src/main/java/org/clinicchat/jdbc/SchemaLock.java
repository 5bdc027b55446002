package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one node at a time change the tables. PostgreSQL keeps the lock until the transaction ends, MariaDB for the connection,
 * across the commits of its DDL. H2 has no such lock: there it holds within the process, in which an embedded database is.
 */
final class SchemaLock {

    private static final int LONGEST_WAIT_SECONDS = 3_600;
    private static final ReentrantLock WITHIN_THE_PROCESS = new ReentrantLock();

    private final Dialect dialect;
    private final String name;

    SchemaLock(Dialect dialect, Tables tables) {
        this.dialect = dialect;
        name = "clinic chat schema " + tables.schema() + "." + tables.prefix();
    }

    /** Waits for it, in a transaction. */
    void take(Connection connection) throws SQLException {
        switch (dialect) {
            case POSTGRESQL -> ask(connection, "SELECT 1 FROM pg_advisory_xact_lock(hashtext(?))");
            case MARIADB ->
                ask(connection, "SELECT GET_LOCK(MD5(CONCAT(DATABASE(), ?)), " + LONGEST_WAIT_SECONDS + ")");
            case H2 -> WITHIN_THE_PROCESS.lock();
        }
    }

    /** Gives it back, after the transaction, if it was taken. */
    void release(Connection connection) throws SQLException {
        switch (dialect) {
            case POSTGRESQL -> {}
            case MARIADB -> ask(connection, "SELECT COALESCE(RELEASE_LOCK(MD5(CONCAT(DATABASE(), ?))), 1)");
            case H2 -> WITHIN_THE_PROCESS.unlock();
        }
    }

    private void ask(Connection connection, String statement) throws SQLException {
        boolean done = Sql.of(statement, name)
                .one(connection, row -> row.getInt(1) == 1)
                .orElseThrow();
        if (!done) {
            throw new SQLException("Another node has been changing the tables of Clinic Chat for an hour.");
        }
    }
}
