package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.SubstituteView;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.WorkGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A send is held before each of its statements and before its commit, and another node makes a change: once that has
 * returned, the send is not stored any more (SUB-5). Where the send holds what the change needs, the change waits for it.
 */
class RevocationInFlightTest {

    private static final int MOST_STATEMENTS = 40;

    /** What is changed, and who is thereby kept from writing to Anna's conversation with Rossi. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    enum Change {
        DISABLED(
                there -> HeldClinic.owner(there, HeldClinic.ANNA).disable().orThrow(),
                here -> HeldClinic.patient(here, HeldClinic.ANNA, HeldClinic.ROSSI)),
        SERVICE_OFF(
                there -> there.practitioner(HeldClinic.ROSSI)
                        .settings()
                        .deactivateService()
                        .orThrow(),
                here -> HeldClinic.patient(here, HeldClinic.ANNA, HeldClinic.ROSSI)),
        HIDDEN(
                there -> there.practitioner(HeldClinic.ROSSI)
                        .settings()
                        .hideFromSubstitutes()
                        .orThrow(),
                here -> HeldClinic.substitute(here, HeldClinic.ANNA)),
        ANOTHER_GROUP(
                there -> there.host().putWorkGroup(WorkGroup.of(HeldClinic.GROUP, HeldClinic.VERDI)),
                here -> HeldClinic.substitute(here, HeldClinic.ANNA)),
        LINKED(
                there -> there.host().linkPerson(HeldClinic.VERDI, HeldClinic.ANNA),
                here -> HeldClinic.substitute(here, HeldClinic.ANNA));

        private final Consumer<Clinic> change;
        private final Function<Clinic, Conversation> sender;

        Change(Consumer<Clinic> change, Function<Clinic, Conversation> sender) {
            this.change = change;
            this.sender = sender;
        }

        boolean isOfSubstitutes() {
            return this == HIDDEN || this == ANOTHER_GROUP || this == LINKED;
        }
    }

    /** What the node knows when the send begins. */
    enum Way {
        /** Its sender has just written. */
        KNOWN,
        /** Nothing. */
        UNKNOWN,
        /** Nothing, and nobody has written there. */
        FIRST
    }

    static Stream<Arguments> changes() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(Change.values())
                        .flatMap(change -> ways(change).map(way -> Arguments.of(dialect, change, way))));
    }

    private static Stream<Way> ways(Change change) {
        return change == Change.SERVICE_OFF ? Arrays.stream(Way.values()) : Stream.of(Way.KNOWN);
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Tag("SUB-5")
    @Tag("DIS-6")
    void noSendIsStoredAfterTheChangeHasReturned(Dialect dialect, Change change, Way way) {
        int number = 0;
        while (holdsAt(number, dialect, change, way)) {
            number++;
            assertThat(number).isLessThan(MOST_STATEMENTS);
        }
        assertThat(number).isPositive();
    }

    /** One trial; false if the send has not so many statements. */
    private static boolean holdsAt(int number, Dialect dialect, Change change, Way way) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            Conversation talk = begun(clinic, change, way);
            Held.Trap trap = clinic.held.before("sender", number);
            var send = HeldClinic.sending("sender", talk, HeldClinic.ANNA);
            Called.until(() -> trap.isReached() || send.isDone());
            if (!trap.isReached()) {
                assertThat(send.get().isAccepted()).isTrue();
                return false;
            }
            Called<Long> changing = changing(clinic, change);
            boolean returned = changing.isDone();
            trap.letGo();
            Outcome<Receipt> outcome = send.get();
            long messagesThen = changing.get();
            assertThat(clinic.messages()).as("messages, once it had returned").isEqualTo(messagesThen);
            assertThat(outcome.isAccepted() && returned)
                    .as("accepted after the change, held at %d", number)
                    .isFalse();
            assertThat(talk.send(Draft.of(HeldClinic.ANNA, "Dopo")).isAccepted())
                    .isFalse();
            return true;
        }
    }

    private static Conversation begun(HeldClinic clinic, Change change, Way way) {
        Conversation talk = change.sender.apply(way == Way.KNOWN ? clinic.here : clinic.newNode());
        if (way != Way.FIRST) {
            HeldClinic.owner(clinic.there, HeldClinic.ANNA)
                    .send(Draft.of(HeldClinic.ANNA, "Buongiorno"))
                    .orThrow();
        }
        if (way == Way.KNOWN) {
            talk.send(Draft.of(HeldClinic.ANNA, "Prima")).orThrow();
        }
        return talk;
    }

    /** A change that has returned, or waits for who is held; it gives how many messages there were when it returned. */
    private static Called<Long> changing(HeldClinic clinic, Change change) {
        Called<Long> changing = Called.by("change", () -> {
            change.change.accept(clinic.there);
            return clinic.messages();
        });
        Called.until(() -> changing.isDone() || clinic.spectator.waiting() > 0);
        return changing;
    }

    /** A batch of two of which one is concerned: the other is stored. */
    @ParameterizedTest
    @EnumSource(names = {"DISABLED", "SERVICE_OFF"})
    @Tag("SUB-5")
    void noSendOfABatchIsStoredAfterTheChangeHasReturned(Change change) {
        try (HeldClinic clinic = HeldClinic.on(Dialect.POSTGRESQL);
                Batch batch = Batch.in(clinic)) {
            Held.Trap trap = clinic.held.before("member", 0);
            var send = batch.join(HeldClinic.patient(clinic.here, HeldClinic.ANNA, HeldClinic.ROSSI), HeldClinic.ANNA);
            var neighbour =
                    batch.join(HeldClinic.patient(clinic.here, HeldClinic.ANNA, HeldClinic.VERDI), HeldClinic.ANNA);
            batch.go();
            trap.awaitReached();
            changing(clinic, change).get();
            trap.letGo();
            assertThat(send.get().isAccepted()).isFalse();
            assertThat(neighbour.get().isAccepted()).isTrue();
        }
    }

    /** What a substitute reads, each with the number of the statement that reads it. */
    private static final List<Map.Entry<Integer, Function<SubstituteView, Outcome<?>>>> READS = List.of(
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).open()),
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).peek(5)),
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).latest(5)),
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).after(MessageSeq.ZERO, 5)),
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).resume(Revision.ZERO, 5)),
            Map.entry(0, view -> view.conversationWith(HeldClinic.ANNA).markUnread()),
            Map.entry(0, view -> view.inbox(InboxQuery.all())),
            Map.entry(0, SubstituteView::totals));

    /** On a permission that is no more when the statement is made. */
    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    void noReadPassesAChangeThatHasReturned(Dialect dialect) {
        READS.forEach(read -> {
            for (Change change : List.of(Change.HIDDEN, Change.ANOTHER_GROUP)) {
                isRefused(dialect, change, read.getKey(), read.getValue());
            }
        });
    }

    private static void isRefused(
            Dialect dialect, Change change, int number, Function<SubstituteView, Outcome<?>> read) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            begun(clinic, change, Way.KNOWN);
            SubstituteView view = clinic.here.practitioner(HeldClinic.VERDI).substituteFor(HeldClinic.ROSSI);
            assertThat(read.apply(view).isAccepted()).isTrue();
            Held.Trap trap = clinic.held.before("reader", number);
            Called<Outcome<?>> reading = Called.by("reader", () -> read.apply(view));
            trap.awaitReached();
            change.change.accept(clinic.there);
            trap.letGo();
            assertThat(reading.get().isAccepted()).isFalse();
        }
    }
}
