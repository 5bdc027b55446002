package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clinicchat.ClinicChat;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.jdbc.WatchedDataSource.Step;
import org.clinicchat.port.StorageFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of a transaction is tried again, so often and no more; then a fault says what is known. */
class TypedFaultsTest {

    private static final String SECOND = "second";

    private static final List<String> ISOLATIONS =
            List.of("TRANSACTION_READ_COMMITTED", "TRANSACTION_REPEATABLE_READ", "TRANSACTION_SERIALIZABLE");

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void aFullPoolIsAFaultWithAKnownOutcome(Dialect dialect) throws SQLException {
        try (HikariDataSource pool = pool(dialect, config -> {
            config.setMaximumPoolSize(1);
            config.setConnectionTimeout(250);
        })) {
            JdbcStore store = JdbcStore.on(pool).migrate().open();
            OpenPractice practice = OpenPractice.with(1, store);
            try (ClinicChat chat = OpenPractice.chat(store)) {
                try (Connection held = pool.getConnection()) {
                    assertThat(held.isClosed()).isFalse();
                    assertThat(fault(() -> practice.send(chat, 0, SECOND)).isOutcomeKnown())
                            .isTrue();
                }
                assertThat(practice.send(chat, 0, SECOND).orThrow().seq().value())
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void whoHoldsAConversationTooLongCausesAFaultWithAKnownOutcome(Dialect dialect) throws SQLException {
        String impatient = switch (dialect) {
            case POSTGRESQL -> "SET lock_timeout = '10ms'";
            case MARIADB -> "SET innodb_lock_wait_timeout = 0";
            case H2 -> "SET LOCK_TIMEOUT 10";
        };
        AtomicInteger taken = new AtomicInteger();
        try (HikariDataSource pool = pool(dialect, config -> config.setConnectionInitSql(impatient));
                HikariDataSource hosts = new HikariDataSource(like(pool))) {
            JdbcStore.on(pool).migrate().open();
            JdbcStore store = JdbcStore.of(WatchedDataSource.over(pool, counting(Kind.CONNECTION, taken)));
            OpenPractice practice = OpenPractice.with(2, store);
            try (ClinicChat chat = OpenPractice.chat(store);
                    Connection host = hosts.getConnection()) {
                host.setAutoCommit(false);
                assertThat(conversation(practice, 0).update(host)).isEqualTo(1);
                taken.set(0);
                assertThat(fault(() -> practice.send(chat, 0, SECOND)).isOutcomeKnown())
                        .isTrue();
                assertThat(taken.get()).as("tries").isBetween(2, 10);
                assertThat(practice.send(chat, 1, SECOND).orThrow().seq().value())
                        .isEqualTo(2);
                host.rollback();
                assertThat(practice.send(chat, 0, SECOND).orThrow().seq().value())
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void ofTwoInADeadlockBothGetThrough(Dialect dialect) throws Exception {
        String swift = dialect == Dialect.POSTGRESQL ? "SET deadlock_timeout = '10ms'" : null;
        try (HikariDataSource pool = pool(dialect, config -> config.setConnectionInitSql(swift))) {
            OpenPractice practice =
                    OpenPractice.with(2, JdbcStore.on(pool).migrate().open());
            Transactions transactions = new Transactions(pool);
            CyclicBarrier bothHold = new CyclicBarrier(2);
            AtomicInteger tries = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<Integer>> both = Stream.of(0, 1)
                        .map(first -> threads.submit(() -> transactions.write(connection -> {
                            conversation(practice, first).update(connection);
                            if (tries.incrementAndGet() <= 2) {
                                await(bothHold);
                            }
                            return conversation(practice, 1 - first).update(connection);
                        })))
                        .toList();
                for (Future<Integer> each : both) {
                    assertThat(each.get()).isEqualTo(1);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(tries.get()).isGreaterThan(2);
        }
    }

    static Stream<Arguments> isolations() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> ISOLATIONS.stream().map(isolation -> Arguments.of(dialect, isolation)));
    }

    /** Whatever fails to be serialised is done again: two nodes, one conversation, and everything else in its clinic. */
    @ParameterizedTest
    @MethodSource("isolations")
    @Tag("SAFE-7")
    @Tag("CARE-7")
    @Tag("AUTO-3")
    void everyIsolationIsRightOnTwoNodes(Dialect dialect, String isolation) throws Exception {
        try (HikariDataSource pool = pool(dialect, config -> {
            config.setTransactionIsolation(isolation);
            config.setAutoCommit(!isolation.endsWith("SERIALIZABLE"));
        })) {
            JdbcStore here = JdbcStore.on(pool).migrate().open();
            OpenPractice practice = OpenPractice.with(2, here);
            ExecutorService threads = Executors.newFixedThreadPool(6);
            try (ClinicChat one = OpenPractice.chat(here);
                    ClinicChat other = OpenPractice.chat(JdbcStore.of(pool))) {
                List<Future<Boolean>> all = IntStream.range(0, 36)
                        .mapToObj(i -> threads.submit(() -> does(practice, i % 2 == 0 ? one : other, i)))
                        .toList();
                for (Future<Boolean> each : all) {
                    assertThat(each.get()).isTrue();
                }
                assertThat(practice.messages(one, 0)).isEqualTo(1 + 18);
                assertThat(practice.messages(other, 1)).isEqualTo(1 + 6);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static boolean does(OpenPractice practice, ClinicChat chat, int i) {
        return switch (i % 6) {
            case 0, 1, 2 -> practice.send(chat, 0, "k" + i).isAccepted();
            case 3 -> practice.send(chat, 1, "k" + i).isAccepted();
            case 4 ->
                practice.at(chat)
                        .practitioner(OpenPractice.ROSSI)
                        .conversationWith(OpenPractice.patient(0))
                        .markUnread()
                        .isAccepted();
            default -> !practice.send(chat, 1, "k" + i, " ").isAccepted();
        };
    }

    /** H2 takes readOnly for a hint, and writes all the same. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    @Tag("SAFE-7")
    void connectionsThatOnlyReadAreRefused(Dialect dialect) {
        try (HikariDataSource sound = pool(dialect, config -> {})) {
            JdbcSchema.migrate(sound);
            HikariConfig config = like(sound);
            config.setReadOnly(true);
            try (HikariDataSource reading = new HikariDataSource(config)) {
                assertThatThrownBy(() -> JdbcStore.of(reading))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("readOnly");
            }
        }
    }

    /** Also what is no exception leaves nothing: going back to auto-commit would commit it. */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void anErrorLeavesNothing(Dialect dialect) {
        try (HikariDataSource pool = pool(dialect, config -> {})) {
            JdbcStore store = JdbcStore.on(pool).migrate().open();
            OpenPractice practice = OpenPractice.with(1, store);
            assertThatThrownBy(() -> new Transactions(pool).write(connection -> {
                        conversation(practice, 0).update(connection);
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            try (ClinicChat chat = OpenPractice.chat(store)) {
                assertThat(practice.send(chat, 0, SECOND).orThrow().seq().value())
                        .isEqualTo(2);
            }
        }
    }

    /** A commit that was answered is done, whatever happens to its connection then. */
    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void aConnectionThatBreaksAfterTheCommitIsNoFault(Dialect dialect) {
        try (HikariDataSource pool = pool(dialect, config -> {})) {
            JdbcStore.on(pool).migrate().open();
            AtomicInteger broken = new AtomicInteger();
            JdbcStore store = JdbcStore.of(WatchedDataSource.over(pool, step -> {
                if (step.isForGood()) {
                    broken.incrementAndGet();
                    step.breakConnection();
                }
            }));
            OpenPractice practice = OpenPractice.with(1, store);
            try (ClinicChat chat = OpenPractice.chat(store)) {
                assertThat(practice.messages(chat, 0)).isEqualTo(1);
            }
            assertThat(broken.get()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void whatTheDatabaseDeniesIsNoDoubt(Dialect dialect) {
        try (HikariDataSource pool = pool(dialect, config -> {})) {
            JdbcStore.on(pool).migrate().open();
            Transactions transactions = new Transactions(pool);
            Transactions.Work<Integer> denied =
                    connection -> Sql.of("UPDATE clinic_chat_nothing SET a = 1").update(connection);
            assertThat(fault(() -> transactions.writeAtOnce(denied)).isOutcomeKnown())
                    .isTrue();
            assertThat(fault(() -> transactions.writeAtOnce(connection -> {
                                throw new SQLException("completion unknown", "40003");
                            }))
                            .isOutcomeKnown())
                    .isFalse();
        }
    }

    private static StorageFault fault(Runnable call) {
        StorageFault fault = catchThrowableOfType(StorageFault.class, call::run);
        assertThat(fault).isNotNull();
        assertThat(fault.getMessage()).isNotBlank();
        return fault;
    }

    private static WatchedDataSource.Watch counting(Kind kind, AtomicInteger count) {
        return (Step step) -> {
            if (step.kind() == kind && step.moment() == Moment.AFTER) {
                count.incrementAndGet();
            }
        };
    }

    /** What moves a conversation on behind the store's back; rolled back, it only holds the row. */
    private static Sql conversation(OpenPractice practice, int patient) {
        return Sql.of(
                "UPDATE clinic_chat_conversation SET owner_marks = owner_marks + 1 WHERE clinic = ? AND practitioner = ?"
                        + " AND patient = ?",
                practice.id().value(),
                OpenPractice.ROSSI.value(),
                OpenPractice.patient(patient).value());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pool of its own, on a database of its own. */
    private static HikariDataSource pool(Dialect dialect, Consumer<HikariConfig> settings) {
        HikariDataSource fresh = Servers.fresh(dialect);
        HikariConfig config = like(fresh);
        settings.accept(config);
        return new HikariDataSource(config);
    }

    /** Of another pool on the same database. */
    private static HikariConfig like(HikariDataSource same) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(same.getJdbcUrl());
        config.setUsername(same.getUsername());
        config.setPassword(same.getPassword());
        config.setMinimumIdle(0);
        return config;
    }
}
