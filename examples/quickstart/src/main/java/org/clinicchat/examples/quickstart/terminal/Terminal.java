package org.clinicchat.examples.quickstart.terminal;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the program prints: in UTF-8 always, whatever the platform's encoding. Colours and progress are for terminals alone.
 * Not safe for several threads.
 */
public final class Terminal {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean coloured;
    private int progressColumns;

    /**
     * Prints to any streams.
     *
     * @param in what is typed
     * @param out what is told
     * @param err what went wrong
     * @param interactive whether somebody watches: progress is shown
     * @param coloured whether styles are shown
     */
    public Terminal(InputStream in, OutputStream out, OutputStream err, boolean interactive, boolean coloured) {
        this.in = in;
        this.out = new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.interactive = interactive;
        this.coloured = coloured;
    }

    /**
     * The terminal, file or pipe to which this process prints.
     *
     * @return the terminal
     */
    public static Terminal ofThisProcess() {
        boolean interactive = isTerminal();
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                interactive,
                interactive && wantsColours(System.getenv()));
    }

    /**
     * Whether a terminal's environment lets colours be shown: it has a kind, it is no dumb one, and nobody said
     * {@code NO_COLOR}.
     *
     * @param environment the variables
     * @return true if it does
     */
    public static boolean wantsColours(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "dumb");
        return !kind.equals("dumb") && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Before JDK 22 there is a console only where there is a terminal; from then on always, and it tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Prints an empty line. */
    public void line() {
        line("");
    }

    /**
     * Prints a line.
     *
     * @param text one line
     */
    public void line(String text) {
        out.print(text + "\n");
    }

    /**
     * A text as it looks here.
     *
     * @param style how it should look
     * @param text what
     * @return the text, with the terminal's codes if there are colours
     */
    public String styled(Style style, String text) {
        return coloured ? style.on(text) : text;
    }

    /**
     * Shows how far the program is, in place of what it showed before; nothing unless somebody watches.
     *
     * @param text one short line; empty to wipe it away
     */
    public void progress(String text) {
        if (interactive) {
            out.print(
                    "\r" + Layout.left(text, Math.max(progressColumns, text.length())) + (text.isEmpty() ? "\r" : ""));
            out.flush();
            progressColumns = text.length();
        }
    }

    /** Waits until whoever watches presses Enter; does not wait if nobody watches, or when there is no more input. */
    public void waitForEnter() {
        if (!interactive) {
            return;
        }
        out.print("\n  " + styled(Style.DIM, "Enter goes on …") + " ");
        out.flush();
        try {
            for (int typed = in.read(); typed >= 0 && typed != '\n'; ) {
                typed = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says on the error stream what went wrong.
     *
     * @param text one line
     */
    public void error(String text) {
        flush();
        err.print(text + "\n");
        err.flush();
    }

    /** Makes sure that everything is printed. */
    public void flush() {
        out.flush();
    }
}
