package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each database makes of every statement that the store sends, on tables that have grown: nothing is found by looking at
 * a whole table, and no messages are counted. The statements are those that go through the store, with their arguments.
 */
class PlansTest {

    private static final int CONVERSATIONS = 3_000;
    private static final String GROWN = "message|conversation|conversation_word|patient|read_state|retraction";
    private static final Pattern WHOLE_TABLE_IN_H2 = Pattern.compile("(?i)clinic_chat_(" + GROWN + ")\\.tableScan");
    private static final Pattern GROWN_TABLE = Pattern.compile("clinic_chat_(" + GROWN + ")");
    private static final int SMALL = 100;

    private static final Map<Dialect, Recorded> RECORDED = new EnumMap<>(Dialect.class);

    /** A database, and what went through the store on it. */
    private record Recorded(DataSource dataSource, RecordedStatements statements) {
        static Recorded on(Dialect dialect) {
            return RECORDED.computeIfAbsent(dialect, Recorded::grown);
        }

        private static Recorded grown(Dialect dialect) {
            DataSource dataSource = Servers.fresh(dialect);
            JdbcSchema.migrate(dataSource);
            GrownClinic.on(dataSource, dialect, CONVERSATIONS);
            RecordedStatements statements = new RecordedStatements();
            try (EveryCall calls = new EveryCall(JdbcStore.of(statements.over(dataSource)))) {
                calls.make();
            }
            return new Recorded(dataSource, statements);
        }
    }

    /** Whatever people read and write. */
    @ParameterizedTest
    @EnumSource
    @Tag("INBOX-5")
    void everyStatementFindsItsRowsByAnIndex(Dialect dialect) throws Exception {
        Recorded recorded = Recorded.on(dialect);
        List<String> texts = recorded.statements().texts();
        assertThat(texts).hasSizeGreaterThan(40).anyMatch(text -> text.contains("found"));
        if (dialect == Dialect.POSTGRESQL) {
            assertThat(texts)
                    .anyMatch(text -> text.contains("unnest("))
                    .anyMatch(text -> text.contains("MATERIALIZED"));
        }
        List<String> bad = new ArrayList<>();
        for (String text : texts) {
            for (String fault : faults(dialect, recorded, text)) {
                bad.add(fault + ": " + text);
            }
        }
        assertThat(bad).isEmpty();
    }

    static Stream<Arguments> badStatements() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(
                                "SELECT COUNT(*) FROM clinic_chat_patient WHERE search_text LIKE '% ross%'",
                                "SELECT patient FROM clinic_chat_conversation WHERE preview_text = 'no'",
                                "SELECT MAX(message_text) FROM clinic_chat_message WHERE sent_time > 0")
                        .map(text -> Arguments.of(dialect, text)));
    }

    /** A statement that looks at a whole table is seen. */
    @ParameterizedTest
    @MethodSource
    void badStatements(Dialect dialect, String text) throws Exception {
        assertThat(faults(dialect, Recorded.on(dialect), text)).isNotEmpty();
    }

    /** Messages that are counted are seen, though an index finds them. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void countedMessagesAreSeen(Dialect dialect) throws Exception {
        String counts = "SELECT id, (SELECT COUNT(*) FROM clinic_chat_message m WHERE m.clinic = c.clinic"
                + " AND m.conversation = c.id) FROM clinic_chat_conversation c WHERE clinic = 'grown' AND id = 'chat-1'";
        assertThat(faults(dialect, Recorded.on(dialect), counts)).isNotEmpty();
    }

    private static List<String> faults(Dialect dialect, Recorded recorded, String text) throws Exception {
        List<String> faults = new ArrayList<>();
        try (Connection connection = recorded.dataSource().getConnection()) {
            switch (dialect) {
                case POSTGRESQL -> {
                    for (String options : List.of("FORMAT JSON", "GENERIC_PLAN, FORMAT JSON")) {
                        String plan = first(connection, recorded, "EXPLAIN (" + options + ") ", text);
                        faults(new ObjectMapper().readTree(plan).get(0).get("Plan"), false, faults);
                    }
                }
                case MARIADB -> wholeTablesInMaria(connection, recorded, text, faults);
                case H2 ->
                    WHOLE_TABLE_IN_H2
                            .matcher(first(connection, recorded, "EXPLAIN ", text))
                            .results()
                            .forEach(found -> faults.add(found.group()));
            }
        }
        return faults;
    }

    private static String first(Connection connection, Recorded recorded, String before, String text) throws Exception {
        try (PreparedStatement statement = recorded.statements().prepared(connection, before, text);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A node that reads a whole grown table, or messages beneath an aggregate. */
    private static void faults(JsonNode node, boolean aggregated, List<String> faults) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        if (type.equals("Seq Scan") && GROWN_TABLE.matcher(table).matches()) {
            faults.add("sequential scan on " + table);
        }
        if (aggregated && table.equals("clinic_chat_message")) {
            faults.add("aggregate over messages");
        }
        for (JsonNode child : node.path("Plans")) {
            boolean apart = child.path("Parent Relationship").asText().matches("InitPlan|SubPlan");
            faults(child, !apart && (aggregated || type.equals("Aggregate")), faults);
        }
    }

    /** Of a table that it reads wholly it tells how many rows it has; those of the statement's own stand in brackets. */
    private static void wholeTablesInMaria(Connection connection, Recorded recorded, String text, List<String> faults)
            throws Exception {
        try (PreparedStatement statement = recorded.statements().prepared(connection, "EXPLAIN ", text);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String table = String.valueOf(rows.getString("table"));
                String type = String.valueOf(rows.getString("type"));
                if (type.matches("ALL|index") && !table.startsWith("<") && rows.getLong("rows") > SMALL) {
                    faults.add(type + " on " + table);
                }
            }
        }
    }
}
