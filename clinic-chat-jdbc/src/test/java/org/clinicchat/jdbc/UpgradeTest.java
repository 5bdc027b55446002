package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of version 1, with a clinic that the library of that time left in them, are brought to the present version. */
class UpgradeTest {

    private static final String CLINIC = "clinic-a";
    private static final JdbcSchema SCHEMA = JdbcSchema.of(Tables.DEFAULT);

    /** Every answer is that of a store on which the same was done today; and so it stays. */
    @ParameterizedTest
    @EnumSource
    @Tag("INBOX-4")
    @Tag("READ-3")
    void anUpgradedClinicAnswersAsANewOneDoes(Dialect dialect) {
        DataSource earlier = versionOne(dialect);
        JdbcSchema.migrate(earlier);
        DataSource today = Servers.fresh(dialect);
        JdbcSchema.migrate(today);
        try (EarlierClinic first = new EarlierClinic(JdbcStore.of(today), CLINIC, 1)) {
            first.past();
        }
        try (EarlierClinic upgraded = new EarlierClinic(JdbcStore.of(earlier), CLINIC, 2);
                EarlierClinic fresh = new EarlierClinic(JdbcStore.of(today), CLINIC, 2)) {
            assertThat(upgraded.answers()).isEqualTo(fresh.answers());
            upgraded.future();
            fresh.future();
            assertThat(upgraded.answers()).isEqualTo(fresh.answers());
        }
    }

    /** What an upgrade fills in is what is counted afresh. */
    @ParameterizedTest
    @EnumSource
    @Tag("READ-3")
    void whatIsFilledInIsTheRecount(Dialect dialect) {
        DataSource earlier = versionOne(dialect);
        JdbcSchema.migrate(earlier);
        assertThat(rows(
                        earlier,
                        "SELECT c.clinic, c.patient, c.patient_retracted FROM clinic_chat_conversation c WHERE"
                                + " c.patient_retracted <> (SELECT COUNT(*) FROM clinic_chat_retraction r WHERE r.clinic ="
                                + " c.clinic AND r.conversation = c.id AND r.settles = 1)"))
                .isEmpty();
        assertThat(rows(earlier, "SELECT SUM(patient_retracted) FROM clinic_chat_conversation"))
                .containsExactly("8");
        assertThat(rows(
                        earlier,
                        "SELECT word FROM clinic_chat_conversation_word WHERE clinic = 'clinic-a' AND practitioner ="
                                + " 'rossi' AND patient IN ('patient-2', 'patient-3', 'patient-6', 'patient-7')"))
                .containsExactlyInAnyOrder(
                        "maria", "rosa", "zanetti", "luca", "de", "#MRA1234", "lucja", "lodz", "#12345", "#ABC");
    }

    /** A version that was broken off, where the database cannot undo it, is taken up again. */
    @ParameterizedTest
    @EnumSource
    void anUpgradeThatBrokeOffIsTakenUpAgain(Dialect dialect) {
        List<String> second = SCHEMA.statements(dialect, 2);
        for (int left : List.of(1, second.size() / 2)) {
            DataSource earlier = versionOne(dialect);
            run(earlier, second.subList(0, second.size() - left));
            JdbcSchema.migrate(earlier);
            assertThat(rows(earlier, "SELECT COUNT(*) FROM clinic_chat_conversation_word"))
                    .containsExactly("70");
        }
    }

    /** Nodes that start at the same time do not trip over each other. */
    @ParameterizedTest
    @EnumSource
    void nodesUpgradeAtTheSameTime(Dialect dialect) throws Exception {
        for (DataSource dataSource : List.of(Servers.fresh(dialect), versionOne(dialect))) {
            CyclicBarrier together = new CyclicBarrier(4);
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> all = new ArrayList<>();
                for (int node = 0; node < 4; node++) {
                    all.add(nodes.submit(() -> {
                        together.await();
                        JdbcSchema.migrate(dataSource);
                        return JdbcStore.of(dataSource);
                    }));
                }
                for (Future<?> node : all) {
                    assertThat(node.get()).isNotNull();
                }
            } finally {
                nodes.shutdown();
            }
            assertThat(rows(dataSource, "SELECT COUNT(*) FROM clinic_chat_schema_version"))
                    .containsExactly("2");
        }
    }

    /** Who may change nothing himself hands on what is to be done, and from where. */
    @ParameterizedTest
    @EnumSource
    void anUpgradeIsWrittenOutForWhoMayDoIt(Dialect dialect) throws IOException {
        DataSource earlier = versionOne(dialect);
        assertThatThrownBy(() -> JdbcStore.of(earlier))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1,")
                .hasMessageContaining("version 2.")
                .hasMessageContaining("writeUpgrade");
        StringWriter upgrade = new StringWriter();
        JdbcSchema.writeUpgrade(dialect, 1, upgrade);
        assertThat(upgrade.toString()).contains("conversation_word").doesNotContain("CREATE TABLE clinic_chat_message");
        run(earlier, statements(upgrade.toString()));
        assertThat(JdbcStore.of(earlier)).isNotNull();
        assertThatThrownBy(() -> JdbcSchema.writeUpgrade(dialect, 0, upgrade))
                .isInstanceOf(IllegalArgumentException.class);
        run(earlier, List.of("INSERT INTO clinic_chat_schema_version (version) VALUES (3)"));
        assertThatThrownBy(() -> JdbcStore.of(earlier))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a later one");
    }

    private static DataSource versionOne(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        run(dataSource, SCHEMA.statements(dialect, 1));
        run(dataSource, statements(Tables.DEFAULT.script(rowsOfVersionOne())));
        return dataSource;
    }

    private static String rowsOfVersionOne() {
        try (InputStream in = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("version-1.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.replaceAll("(?m)^--.*\n", "").split(";\\s*\n"))
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    private static void run(DataSource dataSource, List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
