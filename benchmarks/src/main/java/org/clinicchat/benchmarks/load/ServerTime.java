package org.clinicchat.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How much processor time the server's processes have had; as Linux tells it, and nothing elsewhere. */
final class ServerTime {

    private static final Path PROCESSES = Path.of("/proc");
    private static final long TICKS_PER_SECOND = 100;

    private final String postmaster;

    ServerTime(String dataDirectory) {
        try (Stream<String> lines = Files.lines(Path.of(dataDirectory, "postmaster.pid"))) {
            postmaster = lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double micros() {
        if (!Files.isDirectory(PROCESSES)) {
            return 0;
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            long ticks = processes
                    .filter(process ->
                            Character.isDigit(process.getFileName().toString().charAt(0)))
                    .mapToLong(this::ticks)
                    .sum();
            return (double) TimeUnit.SECONDS.toMicros(ticks) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the name in parentheses: the state, the parent, nine more, then the time as user and as system. */
    private long ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[1].equals(postmaster) ? Long.parseLong(fields[11]) + Long.parseLong(fields[12]) : 0;
        } catch (IOException e) {
            return 0; // It has ended meanwhile.
        }
    }
}
