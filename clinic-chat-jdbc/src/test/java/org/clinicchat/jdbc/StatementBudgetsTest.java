package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.PracticeConversation;
import org.clinicchat.PractitionerView;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.jdbc.WatchedDataSource.Step;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each operation of the façade costs: statements, commits and round trips. It may not cost more, and where it costs less
 * the table is to be told. A statement that is a transaction by itself has no commit of its own. A transaction's begin travels
 * with its first statement on PostgreSQL; on MariaDB it and the way back to auto-commit are a round trip each. H2 has no
 * network: a round trip there is a call of the engine.
 */
class StatementBudgetsTest {

    private static final PractitionerId BIANCHI = PractitionerId.of("bianchi");
    private static final PatientId ANNA = OpenPractice.patient(0);
    private static final PatientId NEW = PatientId.of("new");
    private static final WorkGroupId GROUP = WorkGroupId.of("north");

    /** Statements/commits/round trips of an operation on each of the databases. */
    private record Budget(String postgresql, String mariadb, String h2) {
        String on(Dialect dialect) {
            return switch (dialect) {
                case POSTGRESQL -> postgresql;
                case MARIADB -> mariadb;
                case H2 -> h2;
            };
        }
    }

    /** An operation, after another that is not counted. */
    private record Row(String name, Consumer<Place> before, Consumer<Place> operation, Budget budget) {}

    private static Row row(String name, String postgresql, String mariadb, String h2, Consumer<Place> operation) {
        return row(name, postgresql, mariadb, h2, place -> {}, operation);
    }

    private static Row row(
            String name,
            String postgresql,
            String mariadb,
            String h2,
            Consumer<Place> before,
            Consumer<Place> operation) {
        return new Row(name, before, operation, new Budget(postgresql, mariadb, h2));
    }

    /** In this order, in one clinic: each finds what those before it have left. */
    private static final List<Row> TABLE = List.of(
            row("first sending of a node", "2/0/2", "5/1/8", "5/1/6", place -> place.patientSends("k1")),
            row("sending", "1/0/1", "4/1/7", "4/1/5", place -> place.patientSends("k2")),
            row(
                    "sending as the owner",
                    "1/0/1",
                    "4/1/7",
                    "4/1/5",
                    place -> place.ownerSends("k-own-0"),
                    place -> place.ownerSends("k3")),
            row("sending again what was sent", "3/1/4", "2/1/5", "2/1/3", place -> place.patientSends("k2")),
            row(
                    "sending where nothing has begun",
                    "2/0/2",
                    "11/1/14",
                    "11/1/12",
                    place -> place.clinic().host().putPatient(PatientProfile.of(NEW, "Bruno", "Riva")),
                    place -> place.clinic()
                            .patient(NEW)
                            .conversationWith(OpenPractice.ROSSI)
                            .send(draft(NEW, "k4"))
                            .orThrow()),
            row(
                    "a refused sending",
                    "6/2/8",
                    "6/2/12",
                    "6/2/8",
                    place -> place.patients().send(draft(NEW, "k5")).fold(receipt -> 1, refusal -> 2)),
            row(
                    "the same refusal again",
                    "2/1/3",
                    "2/1/5",
                    "2/1/3",
                    place -> place.patients().send(draft(NEW, "k5")).fold(receipt -> 1, refusal -> 2)),
            row(
                    "asking whether one may send",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.patients().canSend()),
            row(
                    "opening what has something unseen",
                    "1/0/1",
                    "2/0/2",
                    "2/0/2",
                    place -> place.patientSends("k6"),
                    place -> place.owners().open().orThrow()),
            row(
                    "opening what has nothing unseen",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().open().orThrow()),
            row(
                    "opening as the patient",
                    "1/0/1",
                    "2/0/2",
                    "2/0/2",
                    place -> place.patients().open().orThrow()),
            row(
                    "peeking",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().peek(50).orThrow()),
            row(
                    "reading back",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().before(MessageSeq.of(4), 50).orThrow()),
            row(
                    "reading on",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().after(MessageSeq.of(1), 50).orThrow()),
            row(
                    "resuming",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.patients().resume(Revision.ZERO).orThrow()),
            row(
                    "marking unread",
                    "2/0/2",
                    "2/0/2",
                    "2/0/2",
                    place -> place.owners().markUnread().orThrow()),
            row(
                    "marking read",
                    "2/0/2",
                    "2/0/2",
                    "2/0/2",
                    place -> place.patientSends("k7"),
                    place -> place.owners().markRead(place.last().seq()).orThrow()),
            row(
                    "marking read once more",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().markRead(MessageSeq.of(1)).orThrow()),
            row(
                    "retracting",
                    "8/1/9",
                    "8/1/11",
                    "8/1/9",
                    place -> place.patientSends("k8"),
                    place -> place.patients().retract(place.last().message()).orThrow()),
            row(
                    "disabling",
                    "5/1/6",
                    "5/1/8",
                    "5/1/6",
                    place -> place.owners().disable().orThrow()),
            row(
                    "disabling once more",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owners().disable().orThrow()),
            row(
                    "enabling",
                    "5/1/6",
                    "5/1/8",
                    "5/1/6",
                    place -> place.owners().enable().orThrow()),
            row(
                    "first listing of a node",
                    "2/0/2",
                    "2/0/2",
                    "2/0/2",
                    place -> place.owner().inbox(InboxQuery.all()).orThrow()),
            row(
                    "listing",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owner().inbox(InboxQuery.all()).orThrow()),
            row(
                    "listing what is unread",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owner().inbox(InboxQuery.all().unread()).orThrow()),
            row(
                    "searching",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owner().inbox(InboxQuery.all().search("ner")).orThrow()),
            row(
                    "totals",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owner().totals().orThrow()),
            row(
                    "listing as the patient",
                    "2/0/2",
                    "2/0/2",
                    "2/0/2",
                    place -> place.clinic().patient(ANNA).conversations().orThrow()),
            row(
                    "showing the settings",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.owner().settings().show().orThrow()),
            row(
                    "changing the settings",
                    "4/1/5",
                    "4/1/7",
                    "4/1/5",
                    place -> place.owner().settings().activateAutoReply("Torno").orThrow()),
            row(
                    "sending with an automatic reply",
                    "2/0/2",
                    "7/1/10",
                    "7/1/8",
                    place -> place.ownerSends("k9"),
                    place -> place.patientSends("k10")),
            row(
                    "putting a practice",
                    "6/1/7",
                    "6/1/9",
                    "6/1/7",
                    place -> place.clinic().host().putPractice(BIANCHI)),
            row(
                    "putting a patient",
                    "7/1/8",
                    "7/1/10",
                    "7/1/8",
                    place -> place.clinic()
                            .host()
                            .putPatient(PatientProfile.of(PatientId.of("carla"), "Carla", "Serra"))),
            row(
                    "putting a work group",
                    "9/1/10",
                    "9/1/12",
                    "9/1/10",
                    place -> place.clinic().host().putWorkGroup(WorkGroup.of(GROUP, OpenPractice.ROSSI, BIANCHI))),
            row(
                    "sending as a substitute",
                    "2/0/2",
                    "5/1/8",
                    "5/1/6",
                    place -> place.owner().settings().showToSubstitutes().orThrow(),
                    place -> place.substitutes().send(draft(ANNA, "k11")).orThrow()),
            row(
                    "opening as a substitute",
                    "7/1/8",
                    "7/1/10",
                    "7/1/8",
                    place -> place.substitutes().open().orThrow()),
            row(
                    "reading the audit",
                    "1/0/1",
                    "1/0/1",
                    "1/0/1",
                    place -> place.clinic().host().audit(0, 100)));

    /** Who does something, at a chat whose store may know what was asked before. */
    private record Place(Clinic clinic, ClinicChat chat, List<Receipt> sent) {

        PractitionerView owner() {
            return clinic.practitioner(OpenPractice.ROSSI);
        }

        PracticeConversation owners() {
            return owner().conversationWith(ANNA);
        }

        PracticeConversation substitutes() {
            return clinic.practitioner(BIANCHI)
                    .substituteFor(OpenPractice.ROSSI)
                    .conversationWith(ANNA);
        }

        Conversation patients() {
            return clinic.patient(ANNA).conversationWith(OpenPractice.ROSSI);
        }

        void patientSends(String id) {
            sent.add(patients().send(draft(ANNA, id)).orThrow());
        }

        void ownerSends(String id) {
            sent.add(owners().send(draft(ANNA, id)).orThrow());
        }

        Receipt last() {
            return sent.get(sent.size() - 1);
        }
    }

    private static Draft draft(PatientId patient, String id) {
        return Draft.of(ClientMessageId.of(id), patient, "Buongiorno");
    }

    /** Counts what goes to the server. */
    private static final class Counter implements WatchedDataSource.Watch {
        private int statements;
        private int commits;
        private int modes;
        private int rollbacks;

        @Override
        public void at(Step step) {
            if (step.moment() == Moment.BEFORE) {
                statements += step.kind() == Kind.STATEMENT ? 1 : 0;
                commits += step.kind() == Kind.COMMIT ? 1 : 0;
                modes += step.kind() == Kind.MODE ? 1 : 0;
                rollbacks += step.kind() == Kind.ROLLBACK ? 1 : 0;
            }
        }

        String counted(Dialect dialect) {
            int trips = statements + commits + rollbacks + (dialect == Dialect.MARIADB ? modes : 0);
            String counted = statements + "/" + commits + "/" + trips;
            statements = 0;
            commits = 0;
            modes = 0;
            rollbacks = 0;
            return counted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationKeepsItsBudget(Dialect dialect) {
        var database = Servers.fresh(dialect);
        Counter counter = new Counter();
        OpenPractice practice =
                OpenPractice.with(2, JdbcStore.on(database).migrate().open());
        JdbcStore store = JdbcStore.of(WatchedDataSource.over(database, counter));
        List<String> costs = new ArrayList<>();
        try (ClinicChat chat = OpenPractice.chat(store)) {
            Place place = new Place(practice.at(chat), chat, new ArrayList<>());
            for (Row row : TABLE) {
                row.before().accept(place);
                counter.counted(dialect);
                row.operation().accept(place);
                costs.add(row.name() + " " + counter.counted(dialect));
            }
        }
        assertThat(costs)
                .isEqualTo(TABLE.stream()
                        .map(row -> row.name() + " " + row.budget().on(dialect))
                        .toList());
    }
}
