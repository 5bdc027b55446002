package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.clinicchat.port.StorageFault;

/** What a database's exception means. Its text may quote values, so neither it nor the exception goes further (SAFE-5). */
final class Faults {

    /** Deadlock or serialization failure, in every database that follows the standard. */
    private static final String ROLLED_BACK = "40";

    /** The one of that class that says the contrary: whether the statement was completed is not known. */
    private static final String COMPLETION_UNKNOWN = "40003";

    /** MariaDB: a row has changed since the transaction's first read, a deadlock. H2: another transaction has changed it. */
    private static final Set<Integer> CONFLICTS = Set.of(1020, 1213, 90131);

    /** A lock was not to be had in time: MariaDB, H2. */
    private static final Set<Integer> LOCK_TIMEOUTS = Set.of(1205, 50200);

    /** The same on PostgreSQL. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Classes of SQL states by which a database says of a statement that it was not done: data, constraints, transaction
     * state, rights, names, resources, limits, objects in use. What is of no such class may have been done.
     */
    private static final Set<String> NOT_DONE =
            Set.of("0A", "21", "22", "23", "25", "28", "2B", "3D", "3F", "42", "44", "53", "54", "55");

    /** Also not done: cancelled, or longer than the connection allows. */
    private static final String CANCELLED = "57014";

    /** Another transaction was first to insert the key: what it wrote is read by who tries again. */
    private static final String UNIQUE = "23505";

    /** A division by zero: so a statement of ours undoes itself when it has been overtaken. */
    private static final String OVERTAKEN = "22012";

    private static final int MARIADB_DUPLICATE_KEY = 1062;

    private Faults() {}

    /** Whether the same work may succeed if it is done again: nothing of it was stored. */
    static boolean isConflict(SQLException e) {
        String state = state(e);
        return (state.startsWith(ROLLED_BACK) && !COMPLETION_UNKNOWN.equals(state))
                || UNIQUE.equals(state)
                || OVERTAKEN.equals(state)
                || e.getErrorCode() == MARIADB_DUPLICATE_KEY
                || CONFLICTS.contains(e.getErrorCode())
                || isLockTimeout(e);
    }

    /** Whether it is a conflict that has been waited for as long as the database waits. */
    static boolean isLockTimeout(SQLException e) {
        return LOCK_NOT_AVAILABLE.equals(state(e)) || LOCK_TIMEOUTS.contains(e.getErrorCode());
    }

    /** Whether the database answered, and said no: nothing was stored, and doing it again will not help. */
    static boolean isDenied(SQLException e) {
        String state = state(e);
        return CANCELLED.equals(state) || (state.length() == 5 && NOT_DONE.contains(state.substring(0, 2)));
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** The same without a statement: the transaction is undone, and tried again. */
    static SQLException overtaken() {
        return new SQLException("overtaken", OVERTAKEN);
    }

    static StorageFault unsettled(SQLException e, int tries) {
        return new StorageFault(
                "Other transactions were in the way " + tries + " times in a row (" + code(e)
                        + "). Nothing was done; try again.",
                true,
                null);
    }

    static StorageFault away(SQLException e, boolean outcomeKnown) {
        String outcome = outcomeKnown
                ? "Nothing was done; try again when the database answers."
                : "It may or may not have been done; the same call again settles it.";
        return new StorageFault("The database did not do its part (" + code(e) + "). " + outcome, outcomeKnown, null);
    }

    /** Which fault it is, in the database's own codes. */
    static String code(SQLException e) {
        return e.getClass().getSimpleName() + ", SQL state " + e.getSQLState() + ", code " + e.getErrorCode();
    }
}
