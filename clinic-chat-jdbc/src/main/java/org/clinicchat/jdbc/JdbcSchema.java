package org.clinicchat.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables, in versions. Whoever has a migration tool gives it the scripts; whoever has none calls {@link #migrate(DataSource)};
 * whoever may change nothing himself writes them out for somebody who may. Immutable and safe for any number of threads.
 */
public final class JdbcSchema {

    /** The version that this library works with. */
    public static final int VERSION = 2;

    /** Names of ours are written in lower case; H2 turns them into upper case. */
    private static final String EXISTS = "SELECT COUNT(*) FROM information_schema.tables"
            + " WHERE LOWER(table_name) = LOWER(?) AND LOWER(table_schema) = LOWER(?)";

    private static final List<String> SCRIPTS = List.of("V1__care_chat.sql", "V2__search_words.sql");

    private final Tables tables;

    private JdbcSchema(Tables tables) {
        this.tables = tables;
    }

    static JdbcSchema of(Tables tables) {
        return new JdbcSchema(tables);
    }

    /**
     * Brings the tables with the default names to the present version; does nothing where they are there already.
     *
     * @param dataSource the database, with the right to make tables
     * @throws IllegalStateException if the database is none that is known, or its tables are of a later version
     */
    public static void migrate(DataSource dataSource) {
        new JdbcSchema(Tables.DEFAULT).migrateOn(dataSource);
    }

    /**
     * Writes out the whole schema with the default names, for a tool or a person who applies it.
     *
     * @param dialect for which database
     * @param out takes the statements; it stays open
     * @throws IOException if it does not take them
     */
    public static void writeSchema(Dialect dialect, Writer out) throws IOException {
        new JdbcSchema(Tables.DEFAULT).write(dialect, out);
    }

    /**
     * Writes out what brings tables of an earlier version, with the default names, to the present one.
     *
     * @param dialect for which database
     * @param from the version that the tables have, 1 or later
     * @param out takes the statements; it stays open
     * @throws IOException if it does not take them
     * @throws IllegalArgumentException if there is no such version
     */
    public static void writeUpgrade(Dialect dialect, int from, Writer out) throws IOException {
        if (from < 1 || from > VERSION) {
            throw new IllegalArgumentException("tables are of version 1 to " + VERSION + ", not " + from);
        }
        new JdbcSchema(Tables.DEFAULT).write(dialect, from, out);
    }

    void write(Dialect dialect, Writer out) throws IOException {
        write(dialect, 0, out);
    }

    private void write(Dialect dialect, int from, Writer out) throws IOException {
        for (int version = from + 1; version <= VERSION; version++) {
            out.write(text(dialect, version));
        }
        out.flush();
    }

    void migrateOn(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            migrate(connection, dialect);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The schema of Clinic Chat could not be brought to version " + VERSION
                            + ": see the cause. Nothing of it holds anything of a person.",
                    e);
        }
    }

    /** Refuses to work with tables of another version. */
    void check(Connection connection) throws SQLException {
        int present = present(connection);
        if (present != VERSION) {
            throw new IllegalStateException("The tables of Clinic Chat are of version " + present + ", and this library"
                    + " works with version " + VERSION + ". " + whatToDo(present));
        }
    }

    private static String whatToDo(int present) {
        return present < VERSION
                ? "Call JdbcSchema.migrate(dataSource), or apply what JdbcSchema.writeSchema or writeUpgrade writes."
                : "Use the library's version that made them, or a later one.";
    }

    private void migrate(Connection connection, Dialect dialect) throws SQLException {
        for (int version = present(connection) + 1; version <= VERSION; version++) {
            bringTo(version, connection, dialect);
        }
        check(connection);
    }

    /** 0 if there are no tables. */
    private int present(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return 0;
        }
        return Sql.of(tables.sql("SELECT max(version) FROM {schema_version}"))
                .one(connection, row -> row.getInt(1))
                .orElse(0);
    }

    private boolean exists(Connection connection) throws SQLException {
        String schema = tables.schema().isEmpty() ? own(connection) : tables.schema();
        return Sql.of(EXISTS, tables.prefix() + "schema_version", schema)
                .one(connection, row -> row.getLong(1) > 0)
                .orElseThrow();
    }

    /** Where names without a schema are looked up: MariaDB calls it a catalog. */
    private static String own(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }

    /** One version is one transaction, where the database has DDL in transactions. */
    private void bringTo(int version, Connection connection, Dialect dialect) throws SQLException {
        boolean before = connection.getAutoCommit();
        SchemaLock lock = new SchemaLock(dialect, tables);
        connection.setAutoCommit(false);
        lock.take(connection);
        try (Statement statement = connection.createStatement()) {
            if (present(connection) < version) {
                for (String sql : statements(dialect, version)) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            lock.release(connection);
            connection.setAutoCommit(before);
        }
    }

    /** What brings the tables from the version before to this one. */
    List<String> statements(Dialect dialect, int version) {
        String bare = text(dialect, version).replaceAll("(?m)^--.*\\n", "");
        return Arrays.stream(bare.split(";\\s*\\n"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private String text(Dialect dialect, int version) {
        String path = dialect.folder() + "/" + SCRIPTS.get(version - 1);
        try (InputStream in = Objects.requireNonNull(JdbcSchema.class.getResourceAsStream(path), path)) {
            return tables.script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
