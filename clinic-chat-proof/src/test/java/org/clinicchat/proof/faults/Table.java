package org.clinicchat.proof.faults;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.proof.Project;

/** What became of the planted faults, as a page for people. */
final class Table {

    static final Path PAGE = Project.ROOT.resolve("docs/planted-faults.md");

    private static final String TOP = """
            # Planted faults

            A proof is worth what it finds. Each of these faults is a slip that a tired hand makes, planted in one place of the
            sources by somebody who had not read the tests; then the tests of its rule are run, and if none of them fails, all
            tests. They lie in [clinic-chat-proof/src/faults](../clinic-chat-proof/src/faults), one a file.

            `mvn -q -Pfaults` plants them all, one at a time, and writes this page. Every build checks that each can still be
            planted, that every rule has one, and that this page has them all.

            """;

    private Table() {}

    static String of(SortedMap<String, Map.Entry<Fault, Verdict>> verdicts) {
        Stream<String> rows = verdicts.values().stream().map(entry -> row(entry.getKey()) + entry.getValue() + " |\n");
        return TOP + totals(verdicts) + "\n\n| rule | what was broken | where | found by |\n|---|---|---|---|\n"
                + rows.collect(Collectors.joining());
    }

    /** The beginning of a fault's row: all that does not depend on a run. */
    static String row(Fault fault) {
        return "| " + fault.rule() + " | " + fault.breaks() + " | `" + fault.where() + "` | ";
    }

    static String totals(SortedMap<String, Map.Entry<Fault, Verdict>> verdicts) {
        return verdicts.size() + " faults: "
                + Stream.of(Verdict.How.values())
                        .map(how -> verdicts.values().stream()
                                        .filter(entry -> entry.getValue().how() == how)
                                        .count()
                                + " "
                                + (how == Verdict.How.MISSED ? "" : "found ")
                                + how)
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
