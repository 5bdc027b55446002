package org.clinicchat.proof.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.proof.faults.Verdict.How;

/**
 * Runs the tests with a fault planted: first those of its rule, then all, each time in a JVM of its own.
 *
 * @param limit how long one run may take
 */
record Trial(Duration limit) {

    private static final String NOT_ENDED = "\0";
    private static final String ALL = "";

    /** What becomes of a fault whose classes lie in this directory. */
    Verdict of(Fault fault, Path planted) {
        Verdict byItsRule = verdict(How.BY_ITS_RULE, firstFailure(planted, fault.rule()));
        return byItsRule.how() == How.MISSED ? verdict(How.BY_ANOTHER, firstFailure(planted, ALL)) : byItsRule;
    }

    /** Which test fails with a directory before its classes in which there are none, if one does. */
    Optional<String> failureWithoutFault(Path nothing) {
        String failed = firstFailure(nothing, ALL);
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(failed.equals(NOT_ENDED) ? "the tests came to no end" : failed);
    }

    private static Verdict verdict(How ifFailed, String failed) {
        return switch (failed) {
            case "" -> new Verdict(How.MISSED, "");
            case NOT_ENDED -> new Verdict(How.BY_TIME_OUT, "");
            default -> new Verdict(ifFailed, failed);
        };
    }

    private String firstFailure(Path planted, String tag) {
        try {
            Files.createDirectories(planted);
            Path answer = Files.createTempFile(planted, "answer", ".txt");
            Files.delete(answer);
            Path said = Files.createTempFile(planted, "said", ".txt");
            Process jvm = new ProcessBuilder(command(planted, tag, answer))
                    .directory(planted.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return ended(jvm) ? answer(answer, said) : NOT_ENDED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ended(Process jvm) {
        try {
            return jvm.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while tests ran", e);
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static String answer(Path answer, Path said) throws IOException {
        if (!Files.exists(answer)) {
            throw new IllegalStateException("the tests did not even run: " + Files.readString(said));
        }
        return Files.readString(answer);
    }

    private static List<String> command(Path planted, String tag, Path answer) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Djqwik.tries.default=500",
                "-Djqwik.database=" + planted.resolve("jqwik-database"),
                "-Djqwik.reporting.onlyfailures=true",
                // That it fails is enough; nobody reads the smallest example.
                "-Djqwik.shrinking.default=OFF",
                "-cp",
                classPath(planted),
                TestRun.class.getName(),
                answer.toString(),
                tag));
        Built.testRoots().forEach(root -> command.add(root.toString()));
        return command;
    }

    private static String classPath(Path planted) {
        return Stream.concat(Stream.of(planted), Built.toRun().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
