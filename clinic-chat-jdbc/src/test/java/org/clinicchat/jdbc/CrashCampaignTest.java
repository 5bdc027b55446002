package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.people.ClinicId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process in the middle of a mixed load, or the database's server, again and again, and then holds what is there to
 * what was acknowledged. It is killed after so many acknowledgements as chance says; the seed is printed, and can be given
 * with {@code -Dcrash.seed}, as the number of rounds with {@code -Dcrash.rounds}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashCampaignTest {

    /** A quarter of all rounds kills each: a process on each database, and a server. */
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 8) / 4;

    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int ROUNDS_IN_ONE_CLINIC = 5;
    private static final int THREADS = 8;
    private static final int FEWEST = 20;
    private static final int MOST = 150;

    private KilledPostgres postgres;

    @BeforeAll
    void startServer(TestReporter reporter) {
        reporter.publishEntry("crash campaign", "-Dcrash.rounds=" + 4 * ROUNDS + " -Dcrash.seed=" + SEED);
        postgres = new KilledPostgres();
    }

    @AfterAll
    void endServer() {
        postgres.close();
    }

    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    @Tag("CARE-7")
    @Tag("CARE-8")
    void aProcessIsKilledOnPostgres() {
        killsProcesses(postgres.url(), "postgres", THREADS);
    }

    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    @Tag("CARE-7")
    @Tag("CARE-8")
    void aProcessIsKilledOnMariaDb() {
        killsProcesses(Servers.fresh(Dialect.MARIADB).getJdbcUrl(), "root", THREADS);
    }

    /**
     * The database dies with the process, for it is embedded in it. One thread, for H2 itself may write the half of a
     * transaction that is under way while another commits.
     */
    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    @Tag("CARE-7")
    @Tag("CARE-8")
    void aProcessIsKilledWithItsH2File(@TempDir Path folder) {
        killsProcesses("jdbc:h2:file:" + folder.resolve("clinic"), "sa", 1);
    }

    /** The load goes on: what fails is done again until the server is back. */
    @Test
    @Tag("SAFE-7")
    @Tag("AUTO-3")
    @Tag("CARE-7")
    @Tag("CARE-8")
    void theServerIsKilled() throws InterruptedException {
        Campaign campaign = new Campaign(postgres.url(), "postgres");
        for (int round = 0; round < ROUNDS; round++) {
            Ward ward = campaign.next();
            killsServer(campaign, ward);
            campaign.check(ward);
        }
    }

    private void killsServer(Campaign campaign, Ward ward) throws InterruptedException {
        try (HikariDataSource pool = campaign.pool();
                ClinicChat one = chat(pool);
                ClinicChat other = chat(pool)) {
            List<Clinic> nodes = Stream.of(one, other)
                    .map(chat -> chat.clinic(ward.clinic()))
                    .toList();
            MixedLoad load = new MixedLoad(nodes, ward, THREADS, campaign.random.nextLong(), campaign.journal);
            load.begin();
            campaign.journal.awaitMore(campaign.acknowledgements());
            postgres.kill();
            postgres.start();
            campaign.journal.awaitMore(FEWEST);
            load.end();
        }
    }

    private static void killsProcesses(String url, String user, int threads) {
        Campaign campaign = new Campaign(url, user);
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildJvm child = ChildJvm.on(url, user)) {
                Ward ward = campaign.next();
                child.killedAfter(
                        campaign.acknowledgements(), ward, threads, campaign.random.nextLong(), campaign.journal);
                campaign.check(ward);
            }
        }
    }

    private static ClinicChat chat(DataSource pool) {
        return ClinicChat.on(JdbcStore.of(pool)).sweepOnDemand().build();
    }

    /** The rounds on one database: some in one clinic, then some in the next. */
    private static final class Campaign {
        private final String url;
        private final String user;
        private final Random random;
        private Journal journal = new Journal();
        private ClinicId clinic = fresh();
        private int rounds;

        Campaign(String url, String user) {
            this.url = url;
            this.user = user;
            random = new Random(SEED + user.length());
            try (HikariDataSource pool = pool()) {
                JdbcSchema.migrate(pool);
            }
        }

        /** Open only while it is used: a file belongs to one process at a time. */
        HikariDataSource pool() {
            return CrashChild.pool(url, user);
        }

        /** The people of the next round. */
        Ward next() {
            if (rounds == ROUNDS_IN_ONE_CLINIC) {
                rounds = 0;
                clinic = fresh();
                journal = new Journal();
            }
            rounds++;
            Ward ward = new Ward(clinic, rounds);
            try (HikariDataSource pool = pool();
                    ClinicChat chat = chat(pool)) {
                ward.putInto(chat);
            }
            return ward;
        }

        int acknowledgements() {
            return FEWEST + random.nextInt(MOST - FEWEST);
        }

        /** What was never answered is sent again first: then everything is settled. */
        void check(Ward ward) {
            try (HikariDataSource pool = pool();
                    ClinicChat chat = chat(pool)) {
                journal.settleIn(chat.clinic(clinic));
                ClinicRows rows = ClinicRows.of(pool, clinic);
                List<String> violations = new ArrayList<>(Recount.of(rows));
                violations.addAll(Kept.of(rows, journal));
                violations.addAll(Shown.of(chat, clinic, rows));
                assertThat(violations)
                        .as("round %d in %s, seed %d", rounds, ward, SEED)
                        .isEmpty();
            }
        }

        private static ClinicId fresh() {
            return ClinicId.of("crash-" + UUID.randomUUID());
        }
    }
}
