package org.clinicchat.proof.documents;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clinicchat.proof.Java;

/**
 * The Java in a document: what stands between {@code ```java} and {@code ```}. It is compiled as it stands if it has a type
 * of its own, else in the frame of {@code Frame.java.txt}, which says what it can use without saying so.
 */
final class Snippets {

    private static final Pattern TYPE =
            Pattern.compile("^(public |final |abstract |sealed |@\\w+ )*(class|interface|record|enum) \\w.*");
    private static final Pattern FENCE = Pattern.compile("\\s*```java\\s*");
    private static final String HOLE = "// here";

    private Snippets() {}

    /**
     * A snippet.
     *
     * @param document where it stands
     * @param line the document's line that it begins after
     * @param lines what it says
     */
    record Snippet(String document, int line, List<String> lines) {

        boolean hasType() {
            return lines.stream().anyMatch(each -> TYPE.matcher(each).matches());
        }
    }

    static List<Snippet> in(String document, String text) {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (FENCE.matcher(lines.get(i)).matches()) {
                List<String> inside = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.strip().equals("```"))
                        .toList();
                found.add(new Snippet(document, i + 1, inside));
            }
        }
        return found;
    }

    /** What the compiler has against a snippet, with the document and its line. */
    static List<String> faults(Snippet snippet, Path output) {
        List<String> frame = snippet.hasType() ? List.of(HOLE) : frame();
        int hole = frame.indexOf(HOLE);
        Stream<String> imports = snippet.lines().stream().filter(Snippets::isImport);
        Stream<String> code = snippet.lines().stream().map(line -> !snippet.hasType() && isImport(line) ? "" : line);
        String head = snippet.hasType() ? "" : imports.collect(joining(" "));
        String source = Stream.of(
                        Stream.of(head),
                        frame.subList(0, hole).stream(),
                        code,
                        frame.subList(hole + 1, frame.size()).stream())
                .flatMap(part -> part)
                .collect(joining("\n"));
        return Java.compile(
                        output, List.of(Java.source("Snippet.java", source)), "-Xlint:all,-processing,-path", "-Werror")
                .stream()
                .filter(fault -> fault.getSource() != null)
                .map(fault -> snippet.document() + ":" + (snippet.line() + fault.getLineNumber() - 1 - hole) + " "
                        + fault.getMessage(null))
                .toList();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static List<String> frame() {
        try (InputStream file = Snippets.class.getResourceAsStream("Frame.java.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
