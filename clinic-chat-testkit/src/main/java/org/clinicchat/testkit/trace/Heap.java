package org.clinicchat.testkit.trace;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every object that is alive. */
record Heap() implements Place {

    private static final int MOST_TOLD = 20;
    private static final int MOST_EXPLAINED = 3;

    @Override
    public String name() {
        return "heap";
    }

    /** While it dumps there is one text in the heap that must be found, or the dump is not what it seems. */
    @Override
    public void look(Search search) {
        if (!search.finds(probe -> lookThroughDump(search))) {
            throw new IllegalStateException("The heap dump of this JVM does not show what the heap holds.");
        }
    }

    private static void lookThroughDump(Search search) {
        try {
            Path directory = Files.createTempDirectory(
                    "trace-hunt-" + ProcessHandle.current().pid() + "-");
            Path dump = directory.resolve("live.hprof");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpHeap(dump.toString(), true);
                // From here on it has no name any more.
                try (SeekableByteChannel bytes =
                        Files.newByteChannel(dump, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)) {
                    lookThrough(bytes, search);
                }
            } finally {
                Files.deleteIfExists(dump);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The heap could not be dumped, or its dump not be read.", e);
        }
    }

    private static void lookThrough(SeekableByteChannel dump, Search search) throws IOException {
        List<Occurrence> found = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        Search.bytes(Channels.newInputStream(dump), search.scanner(each -> {
            if (numbers.add(each.number()) || found.size() < MOST_TOLD) {
                found.add(each);
            }
        }));
        int explained = 0;
        for (Occurrence each : found) {
            boolean isExplained = search.asksWhat(each) && explained++ < MOST_EXPLAINED;
            search.add(each, isExplained ? holder(dump, each.offset()) : "an object");
        }
    }

    private static String holder(SeekableByteChannel dump, long offset) throws IOException {
        HeapReader reader = new HeapReader(dump);
        try {
            return new HeapPaths(reader).holder(offset).orElse("an object");
        } finally {
            reader.forget();
        }
    }
}
