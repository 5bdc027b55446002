package org.clinicchat.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's files as they lie around this module. What builds and editors leave behind is no part of it. */
public final class Project {

    /** The directory of the whole project; the build starts a module's tests in the module's own. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final List<String> HIDDEN_BUT_OURS = List.of(".ci", ".mvn");

    private Project() {}

    /**
     * The modules, however deep they lie.
     *
     * @return the directories with a {@code pom.xml}, without the root
     */
    public static List<Path> modules() {
        return files(ROOT).stream()
                .filter(file -> file.endsWith("pom.xml"))
                .map(Path::getParent)
                .filter(directory -> !directory.equals(ROOT))
                .toList();
    }

    /**
     * Everything below a directory that belongs to the project.
     *
     * @param directory where to look; there need not be one
     * @return the files, sorted
     */
    public static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted()
                    .flatMap(entry -> Files.isDirectory(entry) ? below(entry) : Stream.of(entry))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files of one kind below a directory.
     *
     * @param directory where to look; there need not be one
     * @param suffix how their names end
     * @return the files, sorted
     */
    public static List<Path> files(Path directory, String suffix) {
        return files(directory).stream()
                .filter(file -> file.toString().endsWith(suffix))
                .toList();
    }

    /**
     * What is written in a file.
     *
     * @param file which
     * @return its text, or empty if it is no text
     */
    public static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a message names a file.
     *
     * @param file which
     * @return its path from the root, with slashes
     */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Path> below(Path directory) {
        String name = directory.getFileName().toString();
        boolean left = name.equals("target") || (name.startsWith(".") && !HIDDEN_BUT_OURS.contains(name));
        return left ? Stream.empty() : files(directory).stream();
    }
}
