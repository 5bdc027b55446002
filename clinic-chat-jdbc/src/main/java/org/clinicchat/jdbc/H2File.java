package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * H2 writes what is committed to its file half a second later, and a process that is killed would lose what was acknowledged
 * (SAFE-7). It writes at once if it is told to, and forgets that when it is closed, with its last connection: so every write
 * looks, and tells it if need be. Telling it each time would have it prepare all statements anew.
 */
final class H2File {

    private static final Sql IS_FILE = Sql.of("SELECT DATABASE_PATH() IS NOT NULL");
    private static final Sql IS_LATE = Sql.of("SELECT EXISTS (SELECT 1 FROM information_schema.settings"
            + " WHERE setting_name = 'WRITE_DELAY' AND setting_value <> '0')");
    private static final Sql MAY_TELL = Sql.of(
            "SELECT EXISTS (SELECT 1 FROM information_schema.users WHERE user_name = CURRENT_USER AND is_admin)");
    private static final Sql AT_ONCE = Sql.of("SET WRITE_DELAY 0");

    private H2File() {}

    /**
     * Whether a database is to be told.
     *
     * @throws IllegalStateException if it is, and this user may not
     */
    static boolean isToBeTold(Connection connection, Dialect dialect) throws SQLException {
        if (dialect != Dialect.H2 || !is(connection, IS_FILE)) {
            return false;
        }
        boolean mayTell = is(connection, MAY_TELL);
        if (!mayTell && is(connection, IS_LATE)) {
            throw new IllegalStateException(
                    "H2 writes what is committed to its file half a second later, and a process that"
                            + " is killed loses it. Add ;WRITE_DELAY=0 to the URL, or let an administrator of the database connect.");
        }
        return mayTell;
    }

    /** Tells it, before a transaction begins. */
    static void writesAtOnce(Connection connection) throws SQLException {
        if (is(connection, IS_LATE)) {
            AT_ONCE.update(connection);
        }
    }

    private static boolean is(Connection connection, Sql question) throws SQLException {
        return question.one(connection, row -> row.getBoolean(1)).orElseThrow();
    }
}
