package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of every database. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseIsBroughtToThePresentVersionAndThenLeftAlone(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        assertThatThrownBy(() -> JdbcStore.of(dataSource))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JdbcSchema.migrate");
        JdbcSchema.migrate(dataSource);
        JdbcSchema.migrate(dataSource);
        assertThat(JdbcStore.of(dataSource)).isNotNull();
    }
}
