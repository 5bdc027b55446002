package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.jdbc.WatchedDataSource.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A watch sees every step, and can break each. */
class WatchedDataSourceTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void everyStepIsToldBeforeAndAfter() throws SQLException {
        DataSource watched = WatchedDataSource.over(Servers.fresh(Dialect.H2), step -> {
            if (step.moment() == Moment.BEFORE) {
                seen.add((step.kind() + " " + step.sql()).trim());
            } else {
                assertThat(seen.get(seen.size() - 1)).startsWith(step.kind().name());
            }
        });
        try (Connection connection = watched.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("VALUES 2")) {
            connection.setAutoCommit(false);
            connection.setAutoCommit(false);
            statement.execute("VALUES 1");
            prepared.executeQuery().close();
            connection.commit();
            connection.rollback();
        }
        assertThat(seen)
                .containsExactly(
                        "CONNECTION", "MODE", "STATEMENT VALUES 1", "STATEMENT VALUES 2", "COMMIT", "ROLLBACK");
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionIsOfNoUseAndTheNextIsSound(Dialect dialect) throws SQLException {
        List<Step> breaking = new ArrayList<>();
        DataSource watched = WatchedDataSource.over(Servers.fresh(dialect), step -> {
            if (step.kind() == Kind.STATEMENT && step.moment() == Moment.BEFORE && breaking.isEmpty()) {
                breaking.add(step);
                step.breakConnection();
            }
        });
        assertThatThrownBy(() -> one(watched)).isInstanceOf(SQLException.class);
        assertThat(one(watched)).isEqualTo(1);
    }

    private static int one(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT 1").whole(connection, rows -> rows.next() ? rows.getInt(1) : 0);
        }
    }
}
