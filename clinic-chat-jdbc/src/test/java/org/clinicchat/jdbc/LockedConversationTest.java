package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clinicchat.Conversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction of the host's that sits on conversations delays what is sent there, until it ends, and nothing else. */
class LockedConversationTest {

    private static final List<PatientId> LOCKED = List.of(HeldClinic.BRUNO, HeldClinic.CARLA, HeldClinic.DARIO);

    /** As many as would stop every writer there is. */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void othersGoOn(Dialect dialect) throws SQLException {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            Conversation free = known(clinic, HeldClinic.ANNA);
            LOCKED.forEach(patient -> known(clinic, patient));
            List<Called<Outcome<Receipt>>> waiting = new ArrayList<>();
            try (Connection host = clinic.spectator.database().getConnection()) {
                lock(host, clinic, LOCKED);
                for (PatientId patient : LOCKED) {
                    waiting.add(HeldClinic.sending("locked", talk(clinic, patient), patient));
                    Called.until(() -> clinic.spectator.waiting() >= waiting.size());
                }
                for (int i = 0; i < 5; i++) {
                    HeldClinic.sending("free", free, HeldClinic.ANNA).get().orThrow();
                }
                assertThat(waiting).noneMatch(Called::isDone);
                host.rollback();
            }
            waiting.forEach(
                    send -> assertThat(send.get().orThrow().seq().value()).isEqualTo(3));
        }
    }

    /** Those of the batch are not held up, wherever the locked one stands in it. */
    @Test
    @Tag("SAFE-7")
    void theRestOfABatchGoesOn() throws SQLException {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic);
                Connection host = clinic.spectator.database().getConnection()) {
            lock(host, clinic, List.of(HeldClinic.BRUNO));
            var locked = batch.join(talk(clinic, HeldClinic.BRUNO), HeldClinic.BRUNO);
            var first = batch.join(talk(clinic, HeldClinic.ANNA), HeldClinic.ANNA);
            var second =
                    batch.join(HeldClinic.patient(clinic.here, HeldClinic.ANNA, HeldClinic.VERDI), HeldClinic.ANNA);
            batch.go();
            first.get().orThrow();
            second.get().orThrow();
            assertThat(locked.isDone()).isFalse();
            host.rollback();
            assertThat(locked.get().orThrow().seq().value()).isEqualTo(3);
        }
    }

    private static Conversation talk(HeldClinic clinic, PatientId patient) {
        return HeldClinic.patient(clinic.here, patient, HeldClinic.ROSSI);
    }

    private static Conversation known(HeldClinic clinic, PatientId patient) {
        Conversation talk = talk(clinic, patient);
        talk.send(Draft.of(patient, "Buongiorno")).orThrow();
        talk.send(Draft.of(patient, "Come sta?")).orThrow();
        return talk;
    }

    private static void lock(Connection host, HeldClinic clinic, List<PatientId> patients) throws SQLException {
        host.setAutoCommit(false);
        for (PatientId patient : patients) {
            Sql.of(
                            "SELECT id FROM clinic_chat_conversation WHERE clinic = ? AND practitioner = ? AND patient = ?"
                                    + " FOR UPDATE",
                            clinic.id.value(),
                            HeldClinic.ROSSI.value(),
                            patient.value())
                    .all(host, row -> row.getString(1));
        }
    }
}
