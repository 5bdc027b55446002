package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway applies the scripts of the jar, beside those of the host. */
class FlywayTest {

    /** The host's own tables are there, and are none of the chat's business. */
    @ParameterizedTest
    @EnumSource
    void itMakesTheTablesWhereTheHostHasOthers(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        Servers.run(dataSource, "CREATE TABLE appointment (id integer NOT NULL PRIMARY KEY)");
        assertThat(flyway(dialect, dataSource, "0").migrate().migrationsExecuted)
                .isEqualTo(JdbcSchema.VERSION);
        assertThat(flyway(dialect, dataSource, "0").migrate().migrationsExecuted)
                .isZero();
        assertThat(JdbcStore.of(dataSource)).isNotNull();
        JdbcSchema.migrate(dataSource);
        assertThat(JdbcStore.of(dataSource)).isNotNull();
        flyway(dialect, dataSource, "0").validate();
    }

    /** Tables that the library made itself are taken over as they are. */
    @ParameterizedTest
    @EnumSource
    void itTakesOverTablesThatAreThere(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        JdbcSchema.migrate(dataSource);
        String version = String.valueOf(JdbcSchema.VERSION);
        assertThat(flyway(dialect, dataSource, version).migrate().migrationsExecuted)
                .isZero();
        assertThat(JdbcStore.of(dataSource)).isNotNull();
    }

    private static Flyway flyway(Dialect dialect, DataSource dataSource, String baseline) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:org/clinicchat/jdbc/" + dialect.folder())
                .placeholders(Map.of("tables", "clinic_chat_", "prefix", "clinic_chat_"))
                .table("clinic_chat_flyway")
                .baselineOnMigrate(true)
                .baselineVersion(baseline)
                .load();
    }
}
