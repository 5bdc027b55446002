package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each database's own catalogue says of the tables: they can be distributed by clinic, and compare byte by byte. */
class CatalogueTest {

    private static final String OURS = "clinic_chat_";
    private static final String VERSION_TABLE = "clinic_chat_schema_version";

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-2")
    void everyKeyAndEveryIndexBeginsWithTheClinic(Dialect dialect) throws SQLException {
        DataSource dataSource = migrated(dialect);
        try (Connection connection = dataSource.getConnection()) {
            Set<String> tables = tables(connection);
            assertThat(tables).hasSizeGreaterThan(10).anyMatch("clinic_chat_message"::equalsIgnoreCase);
            for (String table : tables) {
                assertThat(beginnings(connection, table)).as(table).isNotEmpty().containsOnly("clinic");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-2")
    void nothingIsCountedAcrossClinics(Dialect dialect) throws SQLException {
        DataSource dataSource = migrated(dialect);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(names(connection, sequences(dialect))).isEmpty();
            for (String table : tables(connection)) {
                assertThat(generated(connection, table)).as(table).isEmpty();
            }
        }
    }

    /** PostgreSQL compares words that nobody looks up by their place in an order as bytes too, if its collation is deterministic. */
    @ParameterizedTest
    @EnumSource
    void everyTextComparesByteByByte(Dialect dialect) throws SQLException {
        DataSource dataSource = migrated(dialect);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(names(connection, texts(dialect, "TRUE"))).hasSizeGreaterThan(50);
            assertThat(names(connection, texts(dialect, otherThanBytes(dialect))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-8")
    void idsThatLookAlikeAreDifferentOnes(Dialect dialect) throws SQLException {
        DataSource dataSource = migrated(dialect);
        Clinic clinic = ClinicChat.on(JdbcStore.of(dataSource)).build().clinic(ClinicId.of("c1"));
        List<String> ids = List.of("p1", "P1", "p1.", "p-1");
        for (String id : ids) {
            clinic.host().putPatient(PatientProfile.of(PatientId.of(id), "Anna " + id, "D'Amico"));
            clinic.host().putPractice(PractitionerId.of(id));
            clinic.practitioner(PractitionerId.of(id))
                    .settings()
                    .activateService()
                    .orThrow();
        }
        for (String id : ids) {
            for (String owner : ids) {
                Conversation conversation = clinic.patient(PatientId.of(id)).conversationWith(PractitionerId.of(owner));
                conversation
                        .send(Draft.of(ClientMessageId.of("id-" + ids.indexOf(owner)), PatientId.of(id), "one"))
                        .orThrow();
                conversation
                        .send(Draft.of(ClientMessageId.of("ID-" + ids.indexOf(owner)), PatientId.of(id), "two"))
                        .orThrow();
            }
        }
        for (String id : ids) {
            assertThat(clinic.patient(PatientId.of(id))
                            .conversations()
                            .orThrow()
                            .rows())
                    .hasSize(ids.size());
        }
        assertThat(count(dataSource, "patient = 'p1 '")).isZero();
        assertThat(count(dataSource, "given_name = 'ANNA p1'")).isZero();
        assertThat(count(dataSource, "given_name = 'Ánna p1'")).isZero();
        assertThat(count(dataSource, "given_name = 'Anna p1 '")).isZero();
        assertThat(count(dataSource, "given_name = 'Anna p1'")).isOne();
    }

    private static long count(DataSource dataSource, String condition) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT COUNT(*) FROM clinic_chat_patient WHERE " + condition)
                    .one(connection, row -> row.getLong(1))
                    .orElseThrow();
        }
    }

    private static DataSource migrated(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        JdbcSchema.migrate(dataSource);
        return dataSource;
    }

    /** All but the one that says in which version they are. */
    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).allMatch(table -> lower(table).startsWith(OURS));
        tables.removeIf(table -> lower(table).equals(VERSION_TABLE));
        return tables;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** With which column each index, unique key, primary key and foreign key of a table begins. */
    private static List<String> beginnings(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String catalogue = connection.getCatalog();
        String schema = connection.getSchema();
        List<String> beginnings = new ArrayList<>();
        first(data.getIndexInfo(catalogue, schema, table, false, true), "ORDINAL_POSITION", beginnings);
        first(data.getPrimaryKeys(catalogue, schema, table), "KEY_SEQ", beginnings);
        first(data.getImportedKeys(catalogue, schema, table), "KEY_SEQ", beginnings);
        return beginnings;
    }

    private static void first(ResultSet keys, String place, List<String> beginnings) throws SQLException {
        try (ResultSet columns = keys) {
            while (columns.next()) {
                if (columns.getInt(place) == 1) {
                    boolean foreign = place.equals("KEY_SEQ") && hasForeign(columns);
                    beginnings.add(lower(columns.getString(foreign ? "FKCOLUMN_NAME" : "COLUMN_NAME")));
                }
            }
        }
    }

    private static boolean hasForeign(ResultSet columns) throws SQLException {
        return columns.getMetaData().getColumnCount() > 10;
    }

    /** Columns that get a value by themselves. */
    private static List<String> generated(Connection connection, String table) throws SQLException {
        List<String> generated = new ArrayList<>();
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (columns.next()) {
                String byDefault =
                        Optional.ofNullable(columns.getString("COLUMN_DEF")).orElse("NULL");
                boolean counts = columns.getString("IS_AUTOINCREMENT").equals("YES");
                boolean computed = columns.getString("IS_GENERATEDCOLUMN").equals("YES");
                if (counts || (!computed && !byDefault.matches("NULL.*|-?[0-9]+"))) {
                    generated.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return generated;
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        return Sql.of(query).all(connection, row -> row.getString(1));
    }

    private static String sequences(Dialect dialect) {
        return dialect == Dialect.MARIADB
                ? "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'SEQUENCE'"
                : "SELECT sequence_name FROM information_schema.sequences";
    }

    private static String texts(Dialect dialect, String condition) {
        return switch (dialect) {
            case POSTGRESQL ->
                "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                        + " JOIN pg_collation o ON o.oid = a.attcollation"
                        + " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND " + condition;
            case MARIADB ->
                "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND " + condition;
            case H2 ->
                "SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'PUBLIC' AND data_type LIKE 'CHARACTER%' AND " + condition;
        };
    }

    private static String otherThanBytes(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "(NOT o.collisdeterministic OR o.collname <> 'C' AND a.atttypid = 'varchar'::regtype)";
            case MARIADB -> "collation_name NOT IN ('ascii_nopad_bin', 'utf8mb4_nopad_bin')";
            case H2 -> "(data_type <> 'CHARACTER VARYING' OR collation_name <> 'OFF')";
        };
    }
}
