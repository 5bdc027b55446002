package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as arguments of one statement, on PostgreSQL: an array for each column.
 *
 * @param columns name, type and value of each
 * @param <R> what a row is made from
 */
record Columns<R>(List<Column<R>> columns) {

    /**
     * One column.
     *
     * @param name as the statement calls it
     * @param type of the database
     * @param value of a row
     * @param array of so many values: of the class that the driver sends in binary
     * @param <R> what a row is made from
     */
    record Column<R>(
            String name, String type, Function<R, @Nullable Object> value, IntFunction<@Nullable Object[]> array) {

        @Nullable
        Object[] of(List<R> rows) {
            @Nullable Object[] values = array.apply(rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            return values;
        }
    }

    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "text", value, String[]::new);
    }

    static <R> Column<R> number(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "int8", value, Long[]::new);
    }

    /** The rows as a table of this name. */
    String as(String name) {
        return arrays() + " AS " + name + " (" + names() + ")";
    }

    /** The rows as a table of this name, with their numbers in a column n: 1, 2, 3 … */
    String numberedAs(String name) {
        return arrays() + " WITH ORDINALITY AS " + name + " (" + names() + ", n)";
    }

    private String arrays() {
        return columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Binds the rows, beginning at this argument; tells the next one. */
    int bind(Connection connection, PreparedStatement statement, int first, List<R> rows) throws SQLException {
        int index = first;
        for (Column<R> column : columns) {
            statement.setArray(index, connection.createArrayOf(column.type(), column.of(rows)));
            index++;
        }
        return index;
    }
}
