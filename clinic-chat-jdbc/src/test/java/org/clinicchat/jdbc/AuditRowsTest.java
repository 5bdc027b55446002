package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of several clinics that one transaction writes. */
class AuditRowsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:41:00.123456Z");
    private static final ClinicId NORTH = ClinicId.of("north");
    private static final ClinicId SOUTH = ClinicId.of("south");

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-2")
    @Tag("SAFE-3")
    void everyClinicHasItsOwnNumbersWithoutGaps(Dialect dialect) {
        var dataSource = Servers.fresh(dialect);
        JdbcStore store = JdbcStore.on(dataSource).migrate().open();
        Transactions transactions = new Transactions(dataSource);
        AuditRows rows = new AuditRows(new Wired(transactions, dialect, Tables.DEFAULT));
        AuditRecord south = record(SOUTH, AuditAction.WORK_GROUP_PUT);
        AuditRecord north = record(NORTH, AuditAction.PATIENT_PUT);
        AuditRecord southAgain = record(SOUTH, AuditAction.WORK_GROUP_REMOVED);
        AuditRecord refused = AuditRecord.refused(
                RefusalCode.NOT_FOUND, Actor.host(NORTH), Optional.empty(), Instant.parse("1969-12-31T23:59:59Z"));

        store.audit().refused(refused);
        store.audit().refused(refused);
        transactions.write(connection -> {
            rows.write(connection, List.of());
            rows.write(connection, List.of(south, north, southAgain));
            return true;
        });

        assertThat(store.audit().entries(NORTH, 0, 10))
                .containsExactly(new AuditEntry(1, refused.onceMore()), new AuditEntry(2, north));
        assertThat(store.audit().entries(SOUTH, 0, 10))
                .containsExactly(new AuditEntry(1, south), new AuditEntry(2, southAgain));
    }

    private static AuditRecord record(ClinicId clinic, AuditAction action) {
        return AuditRecord.of(action, Actor.host(clinic), Optional.empty(), MONDAY);
    }
}
