package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.clinicchat.ClinicChat;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 in a file: what is acknowledged is in the file, without an option in the URL. */
class H2FileTest {

    @TempDir
    Path folder;

    /** Also after it was closed, and what the store had said to it is forgotten. */
    @Test
    @Tag("SAFE-7")
    void whatIsCommittedIsWrittenAtOnce() {
        try (HikariDataSource first = file("sa")) {
            JdbcSchema.migrate(first);
            assertThat(delays(first)).contains("500");
            JdbcStore store = JdbcStore.of(first);
            puts(store);
            assertThat(delays(first)).containsOnly("0");
        }
        try (HikariDataSource again = file("sa")) {
            JdbcStore store = JdbcStore.of(again);
            assertThat(delays(again)).contains("500");
            puts(store);
            assertThat(delays(again)).containsOnly("0");
        }
    }

    /** Somebody who may not say so is told what to do, and then may work. */
    @Test
    @Tag("SAFE-7")
    void whoeverMayNotSeeToItIsToldWhatToDo() {
        try (HikariDataSource administrators = file("sa")) {
            JdbcSchema.migrate(administrators);
            Servers.run(administrators, "CREATE USER worker PASSWORD ''");
            Servers.run(administrators, "GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO worker");
            try (HikariDataSource workers = file("worker")) {
                assertThatThrownBy(() -> JdbcStore.of(workers))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(";WRITE_DELAY=0");
                Servers.run(administrators, "SET WRITE_DELAY 0");
                puts(JdbcStore.of(workers));
            }
        }
    }

    private static void puts(JdbcStore store) {
        try (ClinicChat chat = ClinicChat.on(store).sweepOnDemand().build()) {
            chat.clinic(ClinicId.of("clinic"))
                    .host()
                    .putPatient(PatientProfile.of(
                            PatientId.of("anna"), "Anna", UUID.randomUUID().toString()));
        }
    }

    private HikariDataSource file(String user) {
        return Servers.pool("jdbc:h2:file:" + folder.resolve("clinic"), user);
    }

    /** What was said, and what is so. */
    private static List<String> delays(DataSource database) {
        return new Transactions(database)
                .read(connection -> Sql.of(
                                "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")
                        .all(connection, row -> row.getString(1)));
    }
}
