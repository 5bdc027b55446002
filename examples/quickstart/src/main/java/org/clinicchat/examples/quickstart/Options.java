package org.clinicchat.examples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param help whether only the help is wanted
 * @param step whether the day waits for the Enter key after each scene
 * @param dialogues the CSV file to replay; empty for the day
 * @param jdbcUrl the database that keeps the day; empty for memory
 */
record Options(boolean help, boolean step, Optional<Path> dialogues, Optional<String> jdbcUrl) {

    /** A file beside where the program was started. */
    static final String FILE_URL = "jdbc:h2:file:./clinic-chat-quickstart";

    static final String HELP = """
            Clinic Chat, the quickstart

              mvn -q -Pquickstart
                  tells a clinic's day, with dialogues of our own
              mvn -q -Pquickstart -Dargs="--step"
                  the same, scene by scene: Enter goes on
              mvn -q -Pquickstart -Dargs="--jdbc-url"
                  the same, kept in a file: started again, it shows what is there
              mvn -q -Pquickstart -Dargs="--jdbc-url URL"
                  the same on an H2, PostgreSQL or MariaDB of yours
              mvn -q -Pquickstart -Dargs="--dialogues FILE"
                  replays the dialogues of a CSV file and checks that every text comes back
              mvn -q -Pquickstart -Dargs="--help"
                  shows this page

            FILE is a CSV file in UTF-8. Its first line names the columns; the column
            "dialogue" holds one conversation a row, and in it one message a line:

              Doctor: ...            the practitioner whose chat it is
              Patient: ...           the patient
              Guest_family: ...      somebody of the family, on the patient's side
              Guest_clinician: ...   a colleague, as a substitute

            A line that begins with none of these goes on with the message before it.
            A path with spaces wants quotes of its own: -Dargs="--dialogues 'my file.csv'"

            Without a URL it is jdbc:h2:file:./clinic-chat-quickstart: a file in this
            folder. User and password go into the URL, as its driver wants them. The
            tables are made if there are none.

            Colours are for terminals only; NO_COLOR=1 does without them.
            Exit codes: 0 all is well, 1 something did not come back as it was sent,
            2 the program could not do what was asked.
            """;

    private static final String FLAG = "--dialogues";

    private static final String URL_FLAG = "--jdbc-url";

    static Options parse(String... args) throws UserError {
        Options options = new Options(false, false, Optional.empty(), Optional.empty());
        for (int i = 0; i < args.length; i++) {
            String next = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals(FLAG)) {
                i++;
                options = options.withDialogues(next);
            } else if (args[i].equals(URL_FLAG) && !next.isEmpty() && !next.startsWith("-")) {
                i++;
                options = options.withUrl(next);
            } else {
                options = options.with(args[i]);
            }
        }
        return options.checked();
    }

    private Options checked() throws UserError {
        if (dialogues.isPresent() && jdbcUrl.isPresent()) {
            throw new UserError("--jdbc-url keeps the day, and --dialogues replays in memory. Take one of them.");
        }
        return this;
    }

    private Options with(String arg) throws UserError {
        if (arg.equals("--help") || arg.equals("-h")) {
            return new Options(true, step, dialogues, jdbcUrl);
        }
        if (arg.equals("--step")) {
            return new Options(help, true, dialogues, jdbcUrl);
        }
        if (arg.equals(URL_FLAG)) {
            return withUrl(FILE_URL);
        }
        if (arg.startsWith(URL_FLAG + "=")) {
            return withUrl(arg.substring(URL_FLAG.length() + 1));
        }
        if (arg.startsWith(FLAG + "=")) {
            return withDialogues(arg.substring(FLAG.length() + 1));
        }
        throw new UserError("\"" + arg
                + "\" is not an option. The options are --step, --jdbc-url URL, --dialogues FILE and --help.");
    }

    private Options withUrl(String url) throws UserError {
        if (jdbcUrl.isPresent()) {
            throw new UserError("--jdbc-url takes one database.");
        }
        return new Options(help, step, dialogues, Optional.of(url));
    }

    private Options withDialogues(String file) throws UserError {
        if (file.isBlank() || file.startsWith("--")) {
            throw new UserError("--dialogues wants a file: --dialogues FILE, where FILE is a CSV file.");
        }
        if (dialogues.isPresent()) {
            throw new UserError("--dialogues takes one file. Run the program once for each.");
        }
        return new Options(help, step, Optional.of(path(file)), jdbcUrl);
    }

    private static Path path(String file) throws UserError {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UserError("\"" + file + "\" cannot be a file's name here. Give the path of a CSV file.");
        }
    }
}
