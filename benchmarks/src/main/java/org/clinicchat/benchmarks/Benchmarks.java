package org.clinicchat.benchmarks;

import java.util.Arrays;
import org.clinicchat.benchmarks.inbox.InboxLoad;
import org.clinicchat.benchmarks.load.Load;

/** The one program: {@code load} measures sends on a database, {@code inbox} lists, {@code jmh} in memory. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs one of the programs.
     *
     * @param args which one, {@code load} if nothing is said; then its options
     * @throws Exception if a program fails
     */
    public static void main(String[] args) throws Exception {
        String program = args.length == 0 ? "load" : args[0];
        String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (program) {
            case "load" -> Load.main(options);
            case "inbox" -> InboxLoad.main(options);
            case "jmh" -> org.openjdk.jmh.Main.main(withBytes(options));
            default ->
                throw new IllegalArgumentException(
                        "\"" + program + "\" is none of the programs: load, inbox, jmh. See docs/performance.md.");
        }
    }

    /** Bytes for each operation are what no other load on the machine can touch. */
    private static String[] withBytes(String[] options) {
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "-prof";
        all[options.length + 1] = "gc";
        return all;
    }
}
