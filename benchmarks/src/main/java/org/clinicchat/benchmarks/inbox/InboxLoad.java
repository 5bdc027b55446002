package org.clinicchat.benchmarks.inbox;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.benchmarks.load.Server;
import org.clinicchat.jdbc.JdbcSchema;
import org.clinicchat.jdbc.JdbcStore;

/** Measures what a long list of conversations costs, and what it costs with a longer history: one caller, on PostgreSQL. */
public final class InboxLoad {

    private static final String DATABASE = "inbox";
    private static final int CONNECTIONS = 4;

    private final InboxOptions options;
    private final HikariDataSource database;
    private final InboxReport report = new InboxReport();

    private InboxLoad(InboxOptions options, HikariDataSource database) {
        this.options = options;
        this.database = database;
    }

    /**
     * Runs the program.
     *
     * @param args see {@code docs/performance.md}
     */
    public static void main(String[] args) {
        InboxOptions options = InboxOptions.parse(args);
        if (!options.url().isEmpty()) {
            run(options, Server.pool(options.url(), options.user(), CONNECTIONS));
            return;
        }
        try (Server server = Server.start()) {
            server.create(DATABASE, "template1");
            run(options, server.pool(DATABASE, CONNECTIONS, ""));
        }
    }

    private static void run(InboxOptions options, HikariDataSource database) {
        try (database) {
            new InboxLoad(options, database).run();
        }
    }

    private void run() {
        System.out.println("PostgreSQL " + Server.text(database, "SHOW server_version") + "; "
                + Runtime.getRuntime().availableProcessors() + " cores; JDK " + Runtime.version() + "; "
                + options.conversations() + " conversations; medians of " + options.rounds()
                + " rounds, the questions in turn");
        JdbcSchema.migrate(database);
        InboxReport.head();
        try (ClinicChat chat =
                ClinicChat.on(JdbcStore.of(database)).sweepOnDemand().build()) {
            Clinic clinic = chat.clinic(BigList.clinic());
            BigList list = new BigList(database, options.conversations());
            list.begin(clinic);
            for (long messages : options.messages()) {
                list.grow(messages);
                measure(messages, Questions.of(clinic, new PlainList(database)));
                report.write(options.out());
            }
        }
    }

    /** The questions take turns, each by hand right after it was asked of the library. */
    private void measure(long messages, List<Question> questions) {
        round(options.warmUps(), questions);
        List<Timings> timings = round(options.rounds(), questions);
        for (Timings of : timings) {
            boolean compared = of.question().plain().isPresent();
            report.add(
                    messages,
                    of.question().name(),
                    of.ours(),
                    compared ? of.plain().median() : 0);
        }
    }

    private static List<Timings> round(int rounds, List<Question> questions) {
        List<Timings> timings = questions.stream()
                .map(question -> new Timings(question, new Timing(rounds), new Timing(rounds)))
                .toList();
        for (int i = 0; i < rounds; i++) {
            timings.forEach(Timings::take);
        }
        return timings;
    }

    /** A question's. */
    private record Timings(Question question, Timing ours, Timing plain) {
        void take() {
            ours.take(question.asked());
            question.plain().ifPresent(plain::take);
        }
    }
}
