package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.clinicchat.testkit.trace.Place;
import org.clinicchat.testkit.trace.Trace;
import org.clinicchat.testkit.trace.TraceHunt;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trace hunt finds a text that is left in a database: in any column of any table, in its files, in its log of writes. */
class DatabaseTracesTest {

    /** Types of columns, each with how a text is put into it. */
    private static final Map<Dialect, Map<String, String>> COLUMNS = Map.of(
            Dialect.POSTGRESQL,
            Map.of(
                    "text", "?",
                    "bytea", "convert_to(?, 'UTF8')",
                    "jsonb", "jsonb_build_object('text', ?::text)",
                    "text[]", "array['one', ?]"),
            Dialect.MARIADB,
            Map.of("varchar(100)", "?", "longtext", "?", "longblob", "?", "varbinary(100)", "?"),
            Dialect.H2,
            Map.of(
                    "varchar(100)", "?",
                    "clob", "?",
                    "blob", "stringtoutf8(?)",
                    "varbinary(100)", "stringtoutf8(?)",
                    "varchar(100) array", "array['one', cast(? as varchar)]"));

    @ParameterizedTest
    @EnumSource
    void aTextInAnyColumnIsFoundUntilItsRowIsDeleted(Dialect dialect) {
        DataSource database = Servers.fresh(dialect);
        List<String> tables = new ArrayList<>();
        try (TraceHunt hunt = TraceHunt.over(Place.tables(database))) {
            COLUMNS.get(dialect).forEach((type, value) -> {
                String table = "room" + tables.size();
                tables.add(table);
                Servers.run(database, "CREATE TABLE " + table + " (id int, said " + type + ")");
                hunt.plant(text -> insert(database, "INSERT INTO " + table + " VALUES (1, " + value + ")", text));
            });
            hunt.assertFoundIn(Place.tables(database));
            tables.forEach(table -> Servers.run(database, "DELETE FROM " + table));
            hunt.assertGone();
        }
    }

    @Test
    void aDatabaseWithoutTablesProvesNothing() {
        try (TraceHunt hunt = TraceHunt.over(Place.tables(Servers.fresh(Dialect.H2)))) {
            assertThatThrownBy(hunt::traces).hasMessageContaining("shows no table");
        }
    }

    @Test
    void whatWasDeletedIsStillFoundInAFileOfH2UntilItIsMadeCompact(@TempDir Path directory) {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + directory.resolve("clinic").toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
        Place files = Place.files(directory);
        Servers.run(database, "CREATE TABLE room (id int, said varchar(100))");
        try (TraceHunt hunt = TraceHunt.over(Place.tables(database), files)) {
            hunt.plant(text -> insert(database, "INSERT INTO room VALUES (1, ?)", text));
            Servers.run(database, "CHECKPOINT SYNC");
            hunt.assertFoundIn(Place.tables(database), files);
            Servers.run(database, "DELETE FROM room");
            Servers.run(database, "CHECKPOINT SYNC");
            hunt.assertFoundOnlyIn(files);
            Servers.run(database, "SHUTDOWN COMPACT");
            hunt.assertGone();
        }
    }

    @Test
    void whatWasDeletedIsStillFoundInTheWriteAheadLogOfPostgres() {
        DataSource database = Servers.fresh(Dialect.POSTGRESQL);
        Servers.run(database, "CREATE TABLE room (id int, said text)");
        Path data = Path.of(asked(database, "SHOW data_directory"));
        String log = asked(database, "SELECT pg_walfile_name(pg_current_wal_lsn())");
        String base = asked(database, "SELECT oid FROM pg_database WHERE datname = current_database()");
        Place writeAheadLog = Place.files(data.resolve("pg_wal").resolve(log));
        Place files = Place.files(data.resolve("base").resolve(base));
        try (TraceHunt hunt = TraceHunt.over(Place.tables(database), files, writeAheadLog)) {
            hunt.plant(text -> insert(database, "INSERT INTO room VALUES (1, ?)", text));
            Servers.run(database, "CHECKPOINT");
            hunt.assertFoundIn(Place.tables(database), files, writeAheadLog);
            Servers.run(database, "DELETE FROM room");
            Servers.run(database, "VACUUM FULL room");
            Servers.run(database, "CHECKPOINT");
            hunt.assertFoundOnlyIn(writeAheadLog);
        }
    }

    @Test
    void aLargeObjectOfPostgresIsLookedThroughToo() {
        DataSource database = Servers.fresh(Dialect.POSTGRESQL);
        Servers.run(database, "CREATE TABLE room (id int)");
        try (TraceHunt hunt = TraceHunt.over(Place.tables(database))) {
            hunt.plant(
                    text -> insert(database, "INSERT INTO room SELECT lo_from_bytea(0, convert_to(?, 'UTF8'))", text));
            assertThat(hunt.traces())
                    .extracting(Trace::where)
                    .anyMatch(where -> where.startsWith("pg_catalog.pg_largeobject.data"));
        }
    }

    private static void insert(DataSource database, String sql, String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }

    private static String asked(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
