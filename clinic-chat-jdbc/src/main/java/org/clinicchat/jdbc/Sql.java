package org.clinicchat.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement with its arguments, in their order: strings, numbers, booleans and nulls.
 *
 * @param text the statement
 * @param arguments what stands for its question marks
 */
record Sql(String text, List<@Nullable Object> arguments) {

    static Sql of(String text, @Nullable Object... arguments) {
        return new Sql(text, arguments(arguments));
    }

    /** The arguments as a list, which may have nulls. */
    static List<@Nullable Object> arguments(@Nullable Object... arguments) {
        List<@Nullable Object> all = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            all.add(argument);
        }
        return all;
    }

    /** So many question marks in parentheses. */
    static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    /** So many rows of question marks. */
    static String rows(int count, int columns) {
        return String.join(", ", Collections.nCopies(count, marks(columns)));
    }

    /** The same statement with more arguments, after these. */
    Sql with(@Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(of(text, more).arguments());
        return new Sql(text, all);
    }

    /** Runs a statement that changes rows; returns how many. */
    int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a query of at most one row. */
    <T> Optional<T> one(Connection connection, Mapper<T> mapper) throws SQLException {
        List<T> all = all(connection, mapper);
        if (all.size() > 1) {
            throw new IllegalStateException("a query of one row gave " + all.size());
        }
        return all.stream().findFirst();
    }

    /** Runs a query; the rows in their order. */
    <T> List<T> all(Connection connection, Mapper<T> mapper) throws SQLException {
        return whole(connection, rows -> {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
            return all;
        });
    }

    /** Runs a query; all its rows make one value. */
    <T> T whole(Connection connection, Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(connection);
                ResultSet rows = statement.executeQuery()) {
            return mapper.map(rows);
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            bind(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object argument : arguments) {
            if (argument == null) {
                statement.setNull(index, Types.NULL);
            } else {
                statement.setObject(index, argument);
            }
            index++;
        }
    }

    @Override
    public String toString() {
        return "Sql[" + text + "]";
    }

    /** Makes a value of a row, or of all of them. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet rows) throws SQLException;
    }
}
