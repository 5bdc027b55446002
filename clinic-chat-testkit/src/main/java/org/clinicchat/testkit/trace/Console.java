package org.clinicchat.testkit.trace;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** What is written to the standard output and to that for errors; it still goes where it went. */
record Console() implements Place {

    @Override
    public String name() {
        return "console";
    }

    @Override
    public AutoCloseable watched(Search search) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Ear ofOut = new Ear(out, search.at("System.out"));
        Ear ofErr = new Ear(err, search.at("System.err"));
        System.setOut(new PrintStream(ofOut, true, Charset.defaultCharset()));
        System.setErr(new PrintStream(ofErr, true, Charset.defaultCharset()));
        return () -> {
            System.setOut(out);
            System.setErr(err);
        };
    }

    @Override
    public void look(Search search) {}

    /** Hears what it passes on; its stream lets one thread write at a time. */
    private static final class Ear extends OutputStream {
        private final PrintStream real;
        private final Scanner scanner;

        Ear(PrintStream real, Scanner scanner) {
            this.real = real;
            this.scanner = scanner;
        }

        @Override
        public void write(int octet) {
            real.write(octet);
            scanner.take(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            real.write(bytes, from, count);
            scanner.take(bytes, from, count);
        }

        @Override
        public void flush() {
            real.flush();
        }
    }
}
