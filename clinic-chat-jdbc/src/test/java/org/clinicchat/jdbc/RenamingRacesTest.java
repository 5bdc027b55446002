package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.message.Draft;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A patient gets another name while he writes for the first time: he is found under the new one, and not under the old. */
class RenamingRacesTest {

    @ParameterizedTest
    @EnumSource
    @Tag("INBOX-4")
    void aNewNameWaitsForAFirstMessage(Dialect dialect) throws SQLException {
        try (HeldClinic clinic = HeldClinic.on(dialect);
                Connection host = clinic.spectator.database().getConnection()) {
            host.setAutoCommit(false);
            JdbcStore store = JdbcStore.of(clinic.spectator.database());
            writes(clinic.hereChat().joining(store.joining(host)).clinic(clinic.id), HeldClinic.ANNA);
            var renaming = renaming(clinic.there, HeldClinic.ANNA);
            Called.until(() -> clinic.spectator.waiting() > 0);
            host.commit();
            renaming.get();
            assertThat(found(clinic, "anna")).isZero();
            assertThat(found(clinic, "nuova")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("INBOX-4")
    void aFirstMessageWaitsForANewName(Dialect dialect) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            Held.Trap commit = clinic.held.first(step -> step.kind() == Kind.COMMIT
                    && step.moment() == Moment.BEFORE
                    && Thread.currentThread().getName().equals("renaming"));
            var renaming = renaming(clinic.here, HeldClinic.ANNA);
            commit.awaitReached();
            var writing = writing(clinic.there, HeldClinic.ANNA);
            Called.until(() -> clinic.spectator.waiting() > 0);
            commit.letGo();
            renaming.get();
            writing.get();
            assertThat(found(clinic, "anna")).isZero();
            assertThat(found(clinic, "nuova")).isOne();
        }
    }

    /** However the two fall. */
    @ParameterizedTest
    @EnumSource
    @Tag("INBOX-4")
    void whoeverIsFirst(Dialect dialect) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            List<Called<?>> all = new ArrayList<>();
            for (PatientId patient : HeldClinic.PATIENTS) {
                all.add(renaming(clinic.here, patient));
                all.add(writing(clinic.there, patient));
            }
            all.forEach(Called::get);
            HeldClinic.PATIENTS.forEach(
                    patient -> assertThat(found(clinic, patient.value())).isZero());
            assertThat(found(clinic, "nuova")).isEqualTo(HeldClinic.PATIENTS.size());
        }
    }

    private static Called<Boolean> renaming(Clinic node, PatientId patient) {
        return Called.by("renaming", () -> {
            node.host().putPatient(PatientProfile.of(patient, "Nome", "Nuova"));
            return true;
        });
    }

    private static Called<Boolean> writing(Clinic node, PatientId patient) {
        return Called.by("writing", () -> writes(node, patient));
    }

    private static boolean writes(Clinic node, PatientId patient) {
        HeldClinic.patient(node, patient, HeldClinic.ROSSI)
                .send(Draft.of(patient, "Buongiorno"))
                .orThrow();
        return true;
    }

    private static int found(HeldClinic clinic, String name) {
        return clinic.there
                .practitioner(HeldClinic.ROSSI)
                .inbox(InboxQuery.all().search(name))
                .orThrow()
                .rows()
                .size();
    }
}
