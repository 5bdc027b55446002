package org.clinicchat.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clinicchat.proof.Project;

/**
 * A slip in one place of the main code that breaks a rule for the people who use the chat.
 *
 * @param name the file's name, without its ending
 * @param rule the rule that it breaks
 * @param source the source file, from the project's root
 * @param breaks what it breaks for people
 * @param old what stands there now, exactly once
 * @param slip what stands there once the fault is planted
 */
record Fault(String name, String rule, String source, String breaks, String old, String slip) {

    private static final Path FAULTS = Project.ROOT.resolve("clinic-chat-proof/src/faults");
    private static final String ENDING = ".fault";
    private static final Pattern FORM = Pattern.compile(
            "rule: (\\S+)\nfile: (\\S+)\nbreaks: ([^\n]+)\n--- old\n(.+)\n--- new\n(.*)\n", Pattern.DOTALL);

    /** All faults, in the order of their names. */
    static List<Fault> all() {
        try (Stream<Path> files = Files.list(FAULTS)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> read(name(file), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fault read(String name, String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(name + " is not of the form: rule, file, breaks, --- old, --- new");
        }
        return new Fault(name, parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
    }

    /** The source with the fault in it; the old text has to stand in it exactly once. */
    String planted() {
        return plantedIn(text(Project.ROOT.resolve(source)));
    }

    String plantedIn(String sound) {
        int at = sound.indexOf(old);
        if (at < 0 || at != sound.lastIndexOf(old)) {
            throw new IllegalStateException("the old text of " + name + " has to stand exactly once in " + source
                    + ": bring the fault up to date");
        }
        return sound.substring(0, at) + slip + sound.substring(at + old.length());
    }

    /** The source's class. */
    String where() {
        return name(Path.of(source));
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
