package org.clinicchat.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that is left on purpose is found in its place, in each; and nothing is found where nothing is left. */
class BitesTest {

    /**
     * What flows past cannot be taken back. A stream keeps what it was given last, until more is written; and the JDK logs the names
     * of MBeans.
     */
    private static final Map<String, Set<String>> FLOWS = Map.of(
            "log", Set.of("log"),
            "java.util.logging", Set.of("java.util.logging"),
            "console", Set.of("console", "heap"),
            "metrics", Set.of("java.util.logging"),
            "what was shown", Set.of("what was shown"));

    @TempDir
    private static Path directory;

    private static List<List<String>> told;

    @BeforeAll
    static void leakInAProgramOfItsOwn() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path errors = directory.resolve("errors.txt");
        Path looked = Files.createDirectory(directory.resolve("looked-through"));
        Process program = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeakingProgram.class.getName(),
                        looked.toString())
                .redirectError(errors.toFile())
                .start();
        try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
            told = lines.lines()
                    .filter(line -> line.startsWith("\t"))
                    .map(line -> List.of(line.substring(1).split("\t", -1)))
                    .toList();
        }
        assertThat(program.onExit().join().exitValue())
                .as(Files.readString(errors))
                .isZero();
    }

    static Stream<String> leaks() {
        return Stream.concat(Leaks.all(Path.of("")).keySet().stream(), Stream.of("what was shown/cause"));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whatIsLeftIsFound(String leak) {
        assertThat(places("left", leak)).contains(placeOf(leak));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whatIsTakenAwayIsFoundNoMore(String leak) {
        assertThat(places("gone", leak)).isSubsetOf(FLOWS.getOrDefault(placeOf(leak), Set.of()));
    }

    @Test
    void nothingIsFoundWhereNothingIsLeft() {
        assertThat(told).extracting(line -> line.get(1)).isNotEmpty().doesNotContain("nowhere/nothing");
    }

    private static List<String> places(String phase, String leak) {
        return told.stream()
                .filter(line -> line.get(0).equals(phase) && line.get(1).equals(leak))
                .map(line -> line.get(2))
                .toList();
    }

    private static String placeOf(String leak) {
        return leak.substring(0, leak.indexOf('/'));
    }
}
