package org.clinicchat.examples.quickstart.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.clinicchat.examples.quickstart.UserError;

/**
 * The dialogues of a CSV file.
 *
 * @param name the file's name
 * @param dialogues in the file's order; at least one
 */
public record DialogueFile(String name, List<Dialogue> dialogues) {

    /** Takes a copy. */
    public DialogueFile {
        dialogues = List.copyOf(dialogues);
    }

    /** Opens the bytes of a file. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads a file as a whole, so that nothing is replayed of a file that is broken further down.
     *
     * @param path the file
     * @return its dialogues
     * @throws UserError if it is not there, cannot be read, or is no such file
     */
    public static DialogueFile read(Path path) throws UserError {
        if (Files.isDirectory(path)) {
            throw new UserError(path + " is a directory. Give the path of a CSV file in it.");
        }
        Path name = path.getFileName();
        return read(
                path.toString(), name == null ? path.toString() : name.toString(), () -> Files.newInputStream(path));
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    static DialogueFile read(String path, String name, Source source) throws UserError {
        try (InputStream bytes = source.open()) {
            return new DialogueFile(name, new DialogueCsv(path, bytes).read());
        } catch (NoSuchFileException e) {
            throw new UserError(
                    "There is no file " + path + ". Check the path; a relative one begins at " + here() + ".");
        } catch (AccessDeniedException e) {
            throw new UserError(path + " cannot be read: permission denied. Make it readable for this account.");
        } catch (CharacterCodingException e) {
            throw new UserError(path + " is not in UTF-8. Save it as CSV in UTF-8 and run the command again.");
        } catch (IOException e) {
            throw new UserError(path + " cannot be read: " + e.getMessage() + ". Check the file and its disk.");
        }
    }
}
