package org.clinicchat.benchmarks.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All timings: printed as they come, and written after each number of messages. */
final class InboxReport {

    private static final String HEAD =
            "messages,question,p50_ms,p99_ms,plain_p50_ms,to_plain,to_fewest_messages,to_page";

    private final List<String> lines = new ArrayList<>(List.of(HEAD));
    private final Map<String, Double> withFewest = new LinkedHashMap<>();
    private double page;

    static void head() {
        print(
                "%12s  %-22s %8s %8s %8s %9s %10s %8s",
                "messages", "question", "p50 ms", "p99 ms", "by hand", "to it", "to fewest", "to page");
    }

    /** Adds a question's timings; the first question is the page with which the others are compared. */
    void add(long messages, String question, Timing ours, double byHand) {
        double median = ours.median();
        double fewest = withFewest.computeIfAbsent(question, any -> median);
        page = withFewest.keySet().iterator().next().equals(question) ? median : page;
        double toHand = byHand == 0 ? 0 : median / byHand;
        print(
                "%12d  %-22s %8.3f %8.3f %8.3f %9.2f %10.2f %8.2f",
                messages, question, median, ours.p99(), byHand, toHand, median / fewest, median / page);
        lines.add(String.format(
                Locale.ROOT,
                "%d,\"%s\",%.3f,%.3f,%.3f,%.2f,%.2f,%.2f",
                messages,
                question,
                median,
                ours.p99(),
                byHand,
                toHand,
                median / fewest,
                median / page));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("inbox.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
