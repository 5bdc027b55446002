package org.clinicchat.examples.quickstart.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A terminal that keeps what was printed. */
public final class Recorded {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final InputStream in;
    private final Terminal terminal;

    private Recorded(String typed, boolean interactive, boolean coloured) {
        in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        terminal = new Terminal(in, out, err, interactive, coloured);
    }

    /** A file or a pipe. */
    public static Recorded piped() {
        return new Recorded("", false, false);
    }

    /** A terminal with colours, at which this was typed. */
    public static Recorded watched(String typed) {
        return new Recorded(typed, true, true);
    }

    public Terminal terminal() {
        return terminal;
    }

    public String out() {
        terminal.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return out().lines().toList();
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public String notYetTyped() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
