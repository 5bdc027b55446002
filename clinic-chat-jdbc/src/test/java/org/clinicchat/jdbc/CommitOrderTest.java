package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two writers of one conversation, of whom the first is held before its commit: no reader passes over what is to come. */
class CommitOrderTest {

    @ParameterizedTest
    @EnumSource
    @Tag("CARE-7")
    @Tag("LIVE-1")
    void aReaderNeverSkips(Dialect dialect) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            Conversation patient = HeldClinic.patient(clinic.there, HeldClinic.ANNA, HeldClinic.ROSSI);
            Conversation reader = HeldClinic.owner(clinic.there, HeldClinic.ANNA);
            patient.send(Draft.of(HeldClinic.ANNA, "Uno")).orThrow();
            Held.Trap commit = clinic.held.first(step -> step.kind() == WatchedDataSource.Kind.COMMIT
                    && Thread.currentThread().getName().equals("first"));
            // A substitute who has seen something raises a row of his own: a transaction of several statements
            // everywhere.
            Draft draft = Draft.of(HeldClinic.ANNA, "Da first").seenUpTo(MessageSeq.of(1));
            var first = HeldClinic.sending("first", HeldClinic.substitute(clinic.here, HeldClinic.ANNA), draft);
            commit.awaitReached();
            var second = HeldClinic.sending("second", patient, HeldClinic.ANNA);
            Called.until(() -> clinic.spectator.waiting() > 0 || second.isDone());

            MissedEvents before = reader.resume(Revision.ZERO).orThrow();
            assertThat(texts(reader)).containsExactly("Uno");
            assertThat(second.isDone()).isFalse();
            commit.letGo();
            assertThat(first.get().orThrow().seq()).isEqualTo(MessageSeq.of(2));
            assertThat(second.get().orThrow().seq()).isEqualTo(MessageSeq.of(3));

            MissedEvents after = reader.resume(before.upTo()).orThrow();
            assertThat(after.events()).hasSize(2);
            assertThat(after.events().get(0).revision()).isEqualTo(Revision.of(2));
            assertThat(texts(reader)).containsExactly("Uno", "Da first", "Da second");
        }
    }

    private static List<String> texts(Conversation reader) {
        ConversationPage page = reader.after(MessageSeq.ZERO, 10).orThrow();
        return page.messages().stream().map(Message::text).toList();
    }
}
