package org.clinicchat.examples.quickstart;

import org.clinicchat.examples.quickstart.day.Day;
import org.clinicchat.examples.quickstart.replay.DialogueFile;
import org.clinicchat.examples.quickstart.replay.Replay;
import org.clinicchat.examples.quickstart.terminal.Terminal;
import org.clinicchat.inmemory.InMemoryStorage;

/** Tells a clinic's day on the terminal, or replays dialogues out of a CSV file. */
public final class Quickstart {

    private static final int USER_ERROR = 2;

    private Quickstart() {}

    /**
     * Runs the program. It ends the JVM only if something went wrong: inside Maven's, an exit code has no other way out.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        int exitCode = run(Terminal.ofThisProcess(), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(Terminal terminal, String... args) {
        try {
            return run(terminal, Options.parse(args));
        } catch (UserError e) {
            terminal.error("clinic-chat quickstart: " + e.getMessage());
            return USER_ERROR;
        } finally {
            terminal.flush();
        }
    }

    private static int run(Terminal terminal, Options options) throws UserError {
        if (options.help()) {
            Options.HELP.lines().forEach(terminal::line);
            return 0;
        }
        if (options.dialogues().isPresent()) {
            DialogueFile file = DialogueFile.read(options.dialogues().get());
            return Replay.of(file, InMemoryStorage.create(), terminal).run();
        }
        tellTheDay(terminal, options);
        return 0;
    }

    private static void tellTheDay(Terminal terminal, Options options) throws UserError {
        if (options.jdbcUrl().isEmpty()) {
            Day.tell(InMemoryStorage.create(), terminal, options.step());
            return;
        }
        try (Database database = Database.at(options.jdbcUrl().get())) {
            Day.tell(database.storage(), terminal, options.step());
        }
    }
}
