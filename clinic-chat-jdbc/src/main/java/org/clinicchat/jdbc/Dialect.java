package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The databases on which the chat is kept. */
public enum Dialect {
    /** PostgreSQL, 14 or later. */
    POSTGRESQL("PostgreSQL", 14),
    /** MariaDB, 10.11 or later. */
    MARIADB("MariaDB", 10),
    /** H2, 2.x, as a file or in memory. */
    H2("H2", 2);

    private final String product;
    private final int oldestMajor;

    Dialect(String product, int oldestMajor) {
        this.product = product;
        this.oldestMajor = oldestMajor;
    }

    /** The folder of its scripts, beside this class. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Takes a clinic's next audit numbers, so many of them, and tells the last: arguments are the clinic and how many. */
    String auditNumbers() {
        return switch (this) {
            case POSTGRESQL ->
                "INSERT INTO {audit_end} AS present (clinic, last_number) VALUES (?, ?) ON CONFLICT (clinic)"
                        + " DO UPDATE SET last_number = present.last_number + excluded.last_number RETURNING last_number";
            case MARIADB ->
                "INSERT INTO {audit_end} (clinic, last_number) VALUES (?, ?) ON DUPLICATE KEY"
                        + " UPDATE last_number = last_number + VALUES(last_number) RETURNING last_number";
            case H2 ->
                "SELECT last_number FROM FINAL TABLE (MERGE INTO {audit_end} AS present"
                        + " USING (SELECT CAST(? AS varchar(64)) AS clinic, CAST(? AS bigint) AS numbers) AS taken"
                        + " ON present.clinic = taken.clinic"
                        + " WHEN MATCHED THEN UPDATE SET last_number = present.last_number + taken.numbers"
                        + " WHEN NOT MATCHED THEN INSERT (clinic, last_number) VALUES (taken.clinic, taken.numbers))";
        };
    }

    /** Locks a row that is read, so that nobody changes it until the transaction ends; others may lock it likewise. */
    String shareLock() {
        return switch (this) {
            case POSTGRESQL -> " FOR SHARE";
            case MARIADB -> " LOCK IN SHARE MODE";
            case H2 -> " FOR UPDATE";
        };
    }

    /** Reads what is committed by now, where a transaction would otherwise read what was when it read first. */
    String readingNow() {
        return this == MARIADB ? " LOCK IN SHARE MODE" : "";
    }

    /**
     * An INSERT of one row that does nothing where another transaction was first with one of its keys. It gives the row's id, or
     * the other's, or none.
     */
    String ifNew(String insert) {
        return switch (this) {
            case POSTGRESQL -> insert + " ON CONFLICT DO NOTHING RETURNING id";
            case MARIADB -> insert + " ON DUPLICATE KEY UPDATE clinic = VALUES(clinic) RETURNING id";
            // The practice's row is held by one transaction alone: only who sends under one id to two practices at the
            // same
            // moment meets the key, and that statement alone is undone.
            case H2 -> "SELECT id FROM FINAL TABLE (" + insert + ")";
        };
    }

    /** Locks a clinic's row of the directory, which is made where it is missing: the argument is the clinic. */
    String directoryLock() {
        return switch (this) {
            case POSTGRESQL ->
                "INSERT INTO {directory} (clinic) VALUES (?) ON CONFLICT (clinic) DO UPDATE SET clinic = excluded.clinic";
            case MARIADB ->
                "INSERT INTO {directory} (clinic) VALUES (?) ON DUPLICATE KEY UPDATE clinic = VALUES(clinic)";
            case H2 ->
                "MERGE INTO {directory} AS present USING (SELECT CAST(? AS varchar(64)) AS clinic) AS wanted"
                        + " ON present.clinic = wanted.clinic"
                        + " WHEN MATCHED THEN UPDATE SET clinic = wanted.clinic"
                        + " WHEN NOT MATCHED THEN INSERT (clinic) VALUES (wanted.clinic)";
        };
    }

    /** That a conversation under the name c shows as unread for its owner, as the index for it has it. */
    String ownerUnread() {
        return this == POSTGRESQL ? "(c.patient_count > c.owner_settled OR c.owner_marked)" : "c.owner_unread = TRUE";
    }

    /** The patients of conversations under the name c, as t: looked up for each row of a page, and for no other. */
    String withPatient() {
        return this == POSTGRESQL
                ? " LEFT JOIN LATERAL (SELECT i.* FROM {patient} i WHERE i.clinic = c.clinic AND i.patient = c.patient"
                        + " LIMIT 1) t ON TRUE"
                : " LEFT JOIN {patient} t ON t.clinic = c.clinic AND t.patient = c.patient";
    }

    /**
     * Whether it finds a place in an index by two columns at once. One that does would think that a comparison with the first
     * of them besides leaves fewer rows, and plan each page anew.
     */
    boolean findsByTwoColumns() {
        return this == POSTGRESQL;
    }

    /** Conversations under the name c, with a few found patients: these first, each looked up by its key. */
    String fromFound() {
        return this == MARIADB
                ? " FROM (SELECT DISTINCT patient FROM found) f STRAIGHT_JOIN {conversation} c"
                : " FROM {conversation} c";
    }

    /** That the conversation is with one of them. */
    String isFound() {
        return switch (this) {
            // Of an array a planner expects but few: it looks each of them up, whatever else the table holds.
            case POSTGRESQL -> " AND c.patient = ANY (ARRAY(SELECT f.patient FROM found f))";
            case MARIADB -> " AND c.patient = f.patient";
            case H2 -> " AND c.patient IN (SELECT f.patient FROM found f)";
        };
    }

    /**
     * The database of a connection.
     *
     * @throws IllegalStateException if it is none that is known, or too old: nothing is guessed
     */
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(database.getDatabaseProductName())) {
                return dialect.checkedFor(database);
            }
        }
        throw new IllegalStateException("Clinic Chat keeps its data on PostgreSQL, MariaDB or H2, not on "
                + database.getDatabaseProductName() + ". Give it a DataSource of one of these.");
    }

    private Dialect checkedFor(DatabaseMetaData database) throws SQLException {
        if (database.getDatabaseMajorVersion() < oldestMajor) {
            throw new IllegalStateException("Clinic Chat needs " + product + " " + oldestMajor + " or later, not "
                    + database.getDatabaseProductVersion() + ". Upgrade the server.");
        }
        return this;
    }
}
