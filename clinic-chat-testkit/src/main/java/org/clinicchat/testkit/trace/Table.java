package org.clinicchat.testkit.trace;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something with rows.
 *
 * @param name as findings name it
 * @param sql as statements name it
 * @param isOfTheSystem whether the database keeps it for itself
 */
record Table(String name, String sql, boolean isOfTheSystem) {

    private static final Set<String> SYSTEMS = Set.of("information_schema", "pg_catalog", "pg_toast");

    static List<Table> all(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        List<Table> all = new ArrayList<>();
        try (ResultSet tables = database.getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                // A driver may have no name for a kind that the database keeps for itself.
                String type = Objects.requireNonNullElse(tables.getString("TABLE_TYPE"), "SYSTEM TABLE");
                if (hasRows(type) && !isOfTheStandard(tables, type)) {
                    all.add(of(tables, type, database.getIdentifierQuoteString()));
                }
            }
        }
        return all;
    }

    private static boolean hasRows(String type) {
        return (type.contains("TABLE") || type.contains("VIEW")) && !type.contains("INDEX");
    }

    /** Slow views of what the system's tables hold. */
    private static boolean isOfTheStandard(ResultSet row, String type) throws SQLException {
        return type.equals("SYSTEM VIEW") && "information_schema".equals(row.getString("TABLE_SCHEM"));
    }

    private static Table of(ResultSet row, String type, String quote) throws SQLException {
        String schema = row.getString("TABLE_SCHEM");
        List<String> path = Stream.of(schema == null ? row.getString("TABLE_CAT") : schema, row.getString("TABLE_NAME"))
                .toList();
        String sql = path.stream()
                .map(name -> quote + name.replace(quote, quote + quote) + quote)
                .collect(Collectors.joining("."));
        boolean isOfTheSystem =
                type.startsWith("SYSTEM") || SYSTEMS.contains(path.get(0).toLowerCase(Locale.ROOT));
        return new Table(String.join(".", path), sql, isOfTheSystem);
    }
}
