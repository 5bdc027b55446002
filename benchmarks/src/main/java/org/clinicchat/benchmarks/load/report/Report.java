package org.clinicchat.benchmarks.load.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All results: printed as they come, and written when the run is over. */
public final class Report {

    private static final String HEAD =
            "scenario,callers,way,messages_per_second,p50_ms,p99_ms,bytes_per_send,cpu_us_per_send,server_cpu_us_per_send,statements,round_trips,commits";

    private final List<Result> results = new ArrayList<>();

    /** The head of what is printed. */
    public static void head() {
        print(
                "%-9s %7s  %-22s %9s %8s %8s %8s %7s %7s %6s %6s %7s",
                "scenario",
                "callers",
                "way",
                "msg/s",
                "p50 ms",
                "p99 ms",
                "B/send",
                "cpu us",
                "srv us",
                "stmts",
                "trips",
                "commits");
    }

    /**
     * Adds results of one scenario and number of callers, and prints them.
     *
     * @param group the ways beside each other
     */
    public void add(List<Result> group) {
        results.addAll(group);
        group.forEach(Report::print);
        Result last = group.get(group.size() - 1);
        group.subList(0, group.size() - 1).forEach(other -> ratio(last, other));
    }

    private static void print(Result result) {
        Figures figures = result.figures();
        Result.Cost cost = result.cost();
        print(
                "%-9s %7d  %-22s %9.0f %8.2f %8.2f %8.0f %7.0f %7.0f %6.2f %6.2f %7.2f",
                result.scenario(),
                result.callers(),
                result.way(),
                figures.perSecond(),
                figures.p50(),
                figures.p99(),
                figures.bytes(),
                figures.cpu(),
                figures.serverCpu(),
                cost.statements(),
                cost.roundTrips(),
                cost.commits());
    }

    /** The last way against another. */
    private static void ratio(Result last, Result other) {
        print(
                "%20s %s : %s = %.2f times the messages, %.2f of the p99, %.2f of the processor time",
                "",
                last.way(),
                other.way(),
                last.figures().perSecond() / other.figures().perSecond(),
                last.figures().p99() / other.figures().p99(),
                last.figures().allCpu() / other.figures().allCpu());
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /**
     * Writes send.csv and send.svg.
     *
     * @param folder where
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("send.csv"), csv(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("send.svg"), Plot.of(results), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        results.stream().map(Report::line).forEach(lines::add);
        return lines;
    }

    private static String line(Result result) {
        Figures figures = result.figures();
        Result.Cost cost = result.cost();
        return String.format(
                Locale.ROOT,
                "%s,%d,%s,%.0f,%.3f,%.3f,%.0f,%.1f,%.1f,%.3f,%.3f,%.3f",
                result.scenario(),
                result.callers(),
                result.way(),
                figures.perSecond(),
                figures.p50(),
                figures.p99(),
                figures.bytes(),
                figures.cpu(),
                figures.serverCpu(),
                cost.statements(),
                cost.roundTrips(),
                cost.commits());
    }
}
