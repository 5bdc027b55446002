package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.outcome.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody opens while a message is about to be committed: read is what the page has, and nothing else. */
class OpeningRacesTest {

    /** The page waits for the message, has it if it fits, and marks no more than it has. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 50, Uno Due, 0", "POSTGRESQL, 1, Uno, 1",
        "MARIADB, 50, Uno Due, 0", "MARIADB, 1, Uno, 1",
        "H2, 50, Uno Due, 0", "H2, 1, Uno, 1"
    })
    @Tag("READ-6")
    void readIsWhatWasReturned(Dialect dialect, int limit, String texts, long unread) throws SQLException {
        try (HeldClinic clinic = HeldClinic.on(dialect);
                Connection host = clinic.spectator.database().getConnection()) {
            HeldClinic.patient(clinic.there, HeldClinic.ANNA, HeldClinic.ROSSI)
                    .send(Draft.of(HeldClinic.ANNA, "Uno"))
                    .orThrow();
            Called<Outcome<ConversationPage>> opening = openingWhileSent(clinic, host, limit);
            assertThat(opening.isDone()).isFalse();
            host.commit();
            assertThat(texts(opening)).isEqualTo(texts);
            assertThat(totals(clinic).unreadMessages()).isEqualTo(unread);
        }
    }

    /** What was taken back was never there. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL", "MARIADB", "H2"})
    @Tag("READ-6")
    void whatIsTakenBackIsNotRead(Dialect dialect) throws SQLException {
        try (HeldClinic clinic = HeldClinic.on(dialect);
                Connection host = clinic.spectator.database().getConnection()) {
            Conversation patient = HeldClinic.patient(clinic.there, HeldClinic.ANNA, HeldClinic.ROSSI);
            patient.send(Draft.of(HeldClinic.ANNA, "Uno")).orThrow();
            Called<Outcome<ConversationPage>> opening = openingWhileSent(clinic, host, 50);
            host.rollback();
            assertThat(texts(opening)).isEqualTo("Uno");
            patient.send(Draft.of(HeldClinic.ANNA, "Tre")).orThrow();
            assertThat(totals(clinic).unreadMessages()).isEqualTo(1);
        }
    }

    /** The owner, who waits for a transaction of the host's in which the patient has sent. */
    private static Called<Outcome<ConversationPage>> openingWhileSent(HeldClinic clinic, Connection host, int limit)
            throws SQLException {
        host.setAutoCommit(false);
        JdbcStore store = JdbcStore.of(clinic.spectator.database());
        var joined = clinic.hereChat().joining(store.joining(host)).clinic(clinic.id);
        HeldClinic.patient(joined, HeldClinic.ANNA, HeldClinic.ROSSI)
                .send(Draft.of(HeldClinic.ANNA, "Due"))
                .orThrow();
        var opening = Called.by(
                "opening", () -> HeldClinic.owner(clinic.there, HeldClinic.ANNA).open(limit));
        Called.until(() -> clinic.spectator.waiting() > 0);
        return opening;
    }

    private static String texts(Called<Outcome<ConversationPage>> opening) {
        List<String> texts =
                opening.get().orThrow().messages().stream().map(Message::text).toList();
        return String.join(" ", texts);
    }

    private static InboxTotals totals(HeldClinic clinic) {
        return clinic.there.practitioner(HeldClinic.ROSSI).totals().orThrow();
    }
}
