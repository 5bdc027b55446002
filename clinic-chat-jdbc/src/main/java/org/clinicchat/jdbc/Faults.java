package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.clinicchat.port.StorageFault;

/** What a database's exception means. Its text may quote values, so neither it nor the exception goes further (SAFE-5). */
final class Faults {

    /** Deadlock or serialization failure, in every database that follows the standard. */
    private static final String ROLLED_BACK = "40";

    /**
     * MariaDB: a lock wait has timed out, a row has changed since the transaction's first read. H2: a lock has timed out,
     * another transaction has changed the row.
     */
    private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213, 50200, 90131);

    /** PostgreSQL: a lock was not available. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Another transaction was first to insert the key: what it wrote is read by who tries again. */
    private static final String UNIQUE = "23505";

    /** A division by zero: so a statement of ours undoes itself when it has been overtaken. */
    private static final String OVERTAKEN = "22012";

    private static final int MARIADB_DUPLICATE_KEY = 1062;

    private Faults() {}

    /** Whether the same work may succeed if it is done again: nothing of it was stored. */
    static boolean isConflict(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith(ROLLED_BACK)
                || LOCK_NOT_AVAILABLE.equals(state)
                || UNIQUE.equals(state)
                || OVERTAKEN.equals(state)
                || e.getErrorCode() == MARIADB_DUPLICATE_KEY
                || CONFLICTS.contains(e.getErrorCode());
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
