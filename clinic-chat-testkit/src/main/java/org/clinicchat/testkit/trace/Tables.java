package org.clinicchat.testkit.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Every row of a database.
 *
 * @param dataSource gives connections to it
 */
record Tables(DataSource dataSource) implements Place {

    private static final int ROWS_AT_ONCE = 200;
    private static final Set<Integer> BINARY =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.JAVA_OBJECT, Types.OTHER);

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public void look(Search search) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean commitsItself = connection.getAutoCommit();
            // Some drivers read row by row only inside a transaction.
            connection.setAutoCommit(false);
            try {
                lookThroughAll(connection, search);
            } finally {
                connection.rollback();
                connection.setAutoCommit(commitsItself);
            }
        }
    }

    private static void lookThroughAll(Connection connection, Search search) throws SQLException {
        List<Table> tables = Table.all(connection);
        if (tables.stream().allMatch(Table::isOfTheSystem)) {
            throw new IllegalStateException("The database shows no table: is it the right one, and the right user?");
        }
        for (Table table : tables) {
            try {
                lookThrough(table, connection, search);
            } catch (SQLException e) {
                // What a database keeps for itself it need not show to everybody.
                if (!table.isOfTheSystem()) {
                    throw e;
                }
                connection.rollback();
            }
        }
    }

    private static void lookThrough(Table table, Connection connection, Search search) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table.sql())) {
                while (rows.next()) {
                    lookThrough(rows, table, search);
                }
            }
        }
    }

    private static void lookThrough(ResultSet row, Table table, Search search) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String where = table.name() + "." + columns.getColumnName(column);
            boolean isBinary = BINARY.contains(columns.getColumnType(column));
            byte[] bytes = isBinary ? row.getBytes(column) : null;
            if (bytes != null) {
                search.bytes(where, bytes);
            }
            String text = row.getString(column);
            if (text != null) {
                search.text(where, text);
            }
        }
    }
}
