package org.clinicchat.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link CrashChild} in a JVM of its own, with the class path of this one. */
final class ChildJvm implements AutoCloseable {

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts it; it waits to be told when to begin. */
    static ChildJvm on(String url, String user) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                url,
                user);
        try {
            return new ChildJvm(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it work until it has acknowledged so many sends, kills it, and notes all that it had said by then. */
    void killedAfter(int acknowledgements, Ward ward, int threads, long seed, Journal journal) {
        int before = journal.accepted().size();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            tell(ward.clinic().value() + " " + ward.rounds() + " " + threads + " " + seed + "\n");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                journal.note(line);
                if (journal.accepted().size() == before + acknowledgements) {
                    kill();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (journal.accepted().size() < before + acknowledgements) {
            throw new AssertionError("the process ended by itself");
        }
    }

    /** Not by the process itself, which would close its output with what is still to be read. */
    private void kill() {
        process.toHandle().destroyForcibly();
    }

    private void tell(String order) throws IOException {
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(order);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
