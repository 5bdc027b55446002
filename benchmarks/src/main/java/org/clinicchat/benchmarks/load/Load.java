package org.clinicchat.benchmarks.load;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clinicchat.benchmarks.load.report.Report;
import org.clinicchat.benchmarks.load.report.Result;

/** Measures the ways to send side by side: one server, rounds in turn, medians. */
public final class Load {

    private static final String TEMPLATE = "load_template";
    private static final int FILLING_CONNECTIONS = 8;
    private static final int MANY = 16;
    private static final double COUNTING_SECONDS = 0.5;

    private final Options options;
    private final Server server;
    private final ServerTime time;
    private final Population population;
    private final Report report = new Report();

    private Load(Options options, Server server) {
        this.options = options;
        this.server = server;
        time = new ServerTime(server.show("data_directory"));
        population = Population.of(options.conversations(), options.newcomers());
    }

    /**
     * Runs the program.
     *
     * @param args see {@code docs/performance.md}
     */
    public static void main(String[] args) {
        Options options = Options.parse(args);
        try (Server server = Server.start()) {
            new Load(options, server).run();
        }
    }

    private void run() {
        say("PostgreSQL " + server.show("server_version") + ", fsync " + server.show("fsync") + ", synchronous_commit "
                + server.show("synchronous_commit") + "; "
                + Runtime.getRuntime().availableProcessors() + " cores; JDK "
                + Runtime.version() + "; " + population.conversations() + " conversations; pools of " + options.pool()
                + "; medians of " + options.rounds() + " rounds of " + options.seconds() + " s, the ways in turn");
        fill();
        Report.head();
        Map<Integer, List<Scenario>> byNodes = options.scenarios().stream()
                .collect(Collectors.groupingBy(Scenario::nodes, TreeMap::new, Collectors.toList()));
        byNodes.forEach(this::compare);
        options.variants().forEach(this::check);
    }

    private void fill() {
        server.create(TEMPLATE, "template1");
        try (HikariDataSource pool = server.pool(TEMPLATE, FILLING_CONNECTIONS, "SET synchronous_commit = off")) {
            Filling.fill(pool, population);
        }
        options.variants().forEach(variant -> variant.prepare(server, TEMPLATE));
        server.settle();
    }

    /** The scenarios of so many nodes, one after another, on ways that stay open. */
    private void compare(int nodes, List<Scenario> scenarios) {
        List<Contestant> all = options.variants().stream()
                .map(variant -> new Contestant(variant, Nodes.open(variant, server, nodes, options.pool()), population))
                .toList();
        all.forEach(contestant -> contestant.warmUp(round(1), round(MANY)));
        server.settle();
        for (Scenario scenario : scenarios) {
            options.callersOf(scenario).forEach(callers -> report.add(compare(all, scenario, callers)));
            report.write(options.out());
        }
        all.forEach(Contestant::close);
    }

    /** The ways take turns, each round in the same order: what else the machine does meets all of them alike. */
    private List<Result> compare(List<Contestant> all, Scenario scenario, int callers) {
        for (int i = 0; i < options.rounds(); i++) {
            all.forEach(contestant -> contestant.measure(round(callers), scenario));
        }
        Round counting = new Round(callers, COUNTING_SECONDS, time);
        return all.stream()
                .map(contestant -> contestant.result(counting, scenario))
                .toList();
    }

    private Round round(int callers) {
        return new Round(callers, options.seconds(), time);
    }

    /** Every way keeps the log without gaps, or it is none. */
    private void check(Variant variant) {
        try (HikariDataSource pool = variant.pool(server, 1)) {
            String gaps = Server.text(pool, variant.gaps());
            if (!gaps.equals("0")) {
                throw new IllegalStateException(variant.title() + " left " + gaps + " conversations with gaps");
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
