package org.clinicchat.benchmarks.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What was asked for on the command line: {@code --name value} each.
 *
 * @param rounds how many rounds of each way
 * @param seconds how long a round is
 * @param callers how many callers at once, where conversations are spread
 * @param sideCallers how many in the other scenarios
 * @param variants which ways
 * @param scenarios which scenarios
 * @param conversations how many conversations there are
 * @param newcomers how many patients have none yet, for each way
 * @param pool how many connections each pool has
 * @param out the folder for the CSV and the plot
 */
record Options(
        int rounds,
        double seconds,
        List<Integer> callers,
        List<Integer> sideCallers,
        List<Variant> variants,
        List<Scenario> scenarios,
        int conversations,
        int newcomers,
        int pool,
        Path out) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "--rounds", "5",
            "--seconds", "2",
            "--callers", "1,4,16,64,256",
            "--side-callers", "16,64",
            "--variants", "three,one,jpa,ours",
            "--scenarios", "spread,hot1,hot10,first,twonodes",
            "--conversations", "20000",
            "--newcomers", "60000",
            "--pool", "10",
            "--out", "docs/performance");

    static Options parse(String... args) {
        Map<String, String> given = new LinkedHashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i += 2) {
            if (!DEFAULTS.containsKey(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Options are --name value, of these: " + DEFAULTS);
            }
            given.put(args[i], args[i + 1]);
        }
        return of(name -> Objects.requireNonNull(given.get(name)));
    }

    private static Options of(UnaryOperator<String> given) {
        return new Options(
                Integer.parseInt(given.apply("--rounds")),
                Double.parseDouble(given.apply("--seconds")),
                list(given.apply("--callers"), Integer::parseInt),
                list(given.apply("--side-callers"), Integer::parseInt),
                list(given.apply("--variants"), Options::variant),
                list(given.apply("--scenarios"), Scenario::of),
                Integer.parseInt(given.apply("--conversations")),
                Integer.parseInt(given.apply("--newcomers")),
                Integer.parseInt(given.apply("--pool")),
                Path.of(given.apply("--out")));
    }

    private static Variant variant(String key) {
        return Arrays.stream(Variant.values())
                .filter(variant -> variant.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is no way to send"));
    }

    private static <T> List<T> list(String text, Function<String, T> element) {
        return Arrays.stream(text.split(",")).map(element).toList();
    }

    /** How many callers a scenario is run with. */
    List<Integer> callersOf(Scenario scenario) {
        return scenario == Scenario.SPREAD ? callers : sideCallers;
    }
}
