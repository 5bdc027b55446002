package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.clinicchat.ClinicChat;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of every database. */
class SchemaTest {

    private static final ClinicId CLINIC = ClinicId.of("clinic");

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

    /** Tables of the same names in the connections' own schema are others. */
    @ParameterizedTest
    @EnumSource
    void aSchemaOfItsOwnHasTablesOfItsOwn(Dialect dialect) {
        DataSource dataSource = Servers.fresh(dialect);
        JdbcSchema.migrate(dataSource);
        Servers.run(dataSource, (dialect == Dialect.MARIADB ? "CREATE DATABASE" : "CREATE SCHEMA") + " elsewhere");
        JdbcStore.Builder elsewhere = JdbcStore.on(dataSource).schema("elsewhere");
        assertThatThrownBy(elsewhere::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JdbcSchema.migrate");
        elsewhere.migrate().open();
        elsewhere.migrate().open();
        PractitionerId practitioner = PractitionerId.of("rossi");
        try (ClinicChat there = chat(elsewhere.open());
                ClinicChat here = chat(JdbcStore.of(dataSource))) {
            there.clinic(CLINIC).host().putPractice(practitioner);
            assertThat(there.clinic(CLINIC).practitioner(practitioner).totals().isAccepted())
                    .isTrue();
            assertThat(here.clinic(CLINIC).practitioner(practitioner).totals().isAccepted())
                    .isFalse();
        }
    }

    private static ClinicChat chat(JdbcStore store) {
        return ClinicChat.on(store).sweepOnDemand().build();
    }
}
