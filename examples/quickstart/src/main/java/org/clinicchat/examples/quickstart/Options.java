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
 */
record Options(boolean help, boolean step, Optional<Path> dialogues) {

    static final String HELP = """
            Clinic Chat, the quickstart

              mvn -q -Pquickstart
                  tells a clinic's day, with dialogues of our own
              mvn -q -Pquickstart -Dargs="--step"
                  the same, scene by scene: Enter goes on
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

            Colours are for terminals only; NO_COLOR=1 does without them.
            Exit codes: 0 all is well, 1 something did not come back as it was sent,
            2 the program could not do what was asked.
            """;

    private static final String FLAG = "--dialogues";

    static Options parse(String... args) throws UserError {
        Options options = new Options(false, false, Optional.empty());
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(FLAG)) {
                i++;
                options = options.withDialogues(i < args.length ? args[i] : "");
            } else {
                options = options.with(args[i]);
            }
        }
        return options;
    }

    private Options with(String arg) throws UserError {
        if (arg.equals("--help") || arg.equals("-h")) {
            return new Options(true, step, dialogues);
        }
        if (arg.equals("--step")) {
            return new Options(help, true, dialogues);
        }
        if (arg.startsWith(FLAG + "=")) {
            return withDialogues(arg.substring(FLAG.length() + 1));
        }
        throw new UserError("\"" + arg + "\" is not an option. The options are --step, --dialogues FILE and --help.");
    }

    private Options withDialogues(String file) throws UserError {
        if (file.isBlank() || file.startsWith("--")) {
            throw new UserError("--dialogues wants a file: --dialogues FILE, where FILE is a CSV file.");
        }
        if (dialogues.isPresent()) {
            throw new UserError("--dialogues takes one file. Run the program once for each.");
        }
        return new Options(help, step, Optional.of(path(file)));
    }

    private static Path path(String file) throws UserError {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UserError("\"" + file + "\" cannot be a file's name here. Give the path of a CSV file.");
        }
    }
}
