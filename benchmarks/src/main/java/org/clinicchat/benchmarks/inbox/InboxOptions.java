package org.clinicchat.benchmarks.inbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What was asked for on the command line: {@code --name value} each.
 *
 * @param conversations how many conversations the practitioner has
 * @param messages how many messages the table has, one measurement each; rising
 * @param warmUps how many rounds come before those that count
 * @param rounds how many rounds count
 * @param url of an empty PostgreSQL database to measure on; empty for a server of the program's own
 * @param user who connects to it
 * @param out the folder for the CSV
 */
record InboxOptions(
        int conversations, List<Long> messages, int warmUps, int rounds, String url, String user, Path out) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "--conversations", "10000",
            "--messages", "10000,1000000,10000000",
            "--warm-ups", "1000",
            "--rounds", "300",
            "--url", "",
            "--user", "postgres",
            "--out", "docs/performance");

    static InboxOptions parse(String... args) {
        Map<String, String> given = new LinkedHashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i += 2) {
            if (!DEFAULTS.containsKey(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Options are --name value, of these: " + DEFAULTS);
            }
            given.put(args[i], args[i + 1]);
        }
        return of(name -> Objects.requireNonNull(given.get(name)));
    }

    private static InboxOptions of(UnaryOperator<String> given) {
        return new InboxOptions(
                Integer.parseInt(given.apply("--conversations")),
                Arrays.stream(given.apply("--messages").split(","))
                        .map(Long::valueOf)
                        .toList(),
                Integer.parseInt(given.apply("--warm-ups")),
                Integer.parseInt(given.apply("--rounds")),
                given.apply("--url"),
                given.apply("--user"),
                Path.of(given.apply("--out")));
    }
}
