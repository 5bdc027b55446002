package org.clinicchat.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.ClinicId;

/**
 * A process that is to be killed: two nodes with a mixed load, whose every acknowledgement is a line on the output before
 * anything else follows from it. It begins when its input says which clinic,
 * how many rounds of patients, how many threads, and the seed.
 */
final class CrashChild {

    private static final int NODES = 2;
    private static final long MOST_MILLIS = 5_000;

    private CrashChild() {}

    /** The arguments are the database's address and its user. */
    public static void main(String... arguments) throws InterruptedException {
        try (Scanner order = new Scanner(System.in, StandardCharsets.UTF_8)) {
            if (order.hasNext()) {
                Ward ward = new Ward(ClinicId.of(order.next()), order.nextInt());
                begin(pool(arguments[0], arguments[1]), ward, order.nextInt(), order.nextLong());
                Thread.currentThread().join();
            }
        }
    }

    /** Connections that are soon known not to be had. */
    static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setConnectionTimeout(MOST_MILLIS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static void begin(HikariDataSource pool, Ward ward, int threads, long seed) {
        List<Clinic> nodes = Stream.generate(() -> JdbcStore.of(pool))
                .limit(NODES)
                .map(store -> ClinicChat.on(store).sweepOnDemand().build())
                .map(chat -> chat.clinic(ward.clinic()))
                .toList();
        new MixedLoad(nodes, ward, threads, seed, new Lines()).begin();
    }

    /** Each line goes to the system at once: what it has is not lost with the process. */
    private static final class Lines implements Witness {
        private final OutputStream out = new FileOutputStream(FileDescriptor.out);

        @Override
        public void meant(Letter letter) {
            say(Journal.meantLine(letter));
        }

        @Override
        public void answered(Letter letter, Outcome<Receipt> outcome) {
            say(Journal.answerLine(letter, outcome));
        }

        private synchronized void say(String line) {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
