package org.clinicchat.jdbc;

/**
 * What every port works with.
 *
 * @param transactions runs work on connections
 * @param dialect which database it is
 * @param tables how the tables are called
 */
record Wired(Connections transactions, Dialect dialect, Tables tables) {

    /** A statement in which tables stand in braces. */
    String sql(String statement) {
        return tables.sql(statement);
    }
}
