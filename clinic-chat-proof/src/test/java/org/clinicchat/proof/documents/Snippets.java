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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clinicchat.proof.Java;
import org.clinicchat.proof.documents.Documents.Document;

/**
 * The Java of a document: what stands between {@code ```java} and {@code ```}. A snippet with a type of its own is compiled as
 * it stands. The others of a document are compiled together, in the frame of {@code Frame.java.txt}, which says what they can
 * use without saying so: a snippet sees the variables of those before it, and may use their names again.
 */
final class Snippets {

    private static final String BEGIN = "```java";
    private static final String END = "```";
    private static final String HOLE = "// here";
    private static final Pattern TYPE =
            Pattern.compile("^(public |final |abstract |sealed |@\\w+ )*(class|interface|record|enum) \\w.*");

    private final Document document;
    private final List<String> lines;

    private Snippets(Document document) {
        this.document = document;
        this.lines = document.text().lines().toList();
    }

    /** What the compiler has against a document, with its lines. */
    static List<String> faults(Document document, Path output) {
        Snippets snippets = new Snippets(document);
        List<Integer> loose = snippets.begins(false);
        Stream<String> typed =
                snippets.begins(true).stream().flatMap(begin -> snippets.compile(snippets.alone(begin), 0, output));
        return loose.isEmpty()
                ? typed.toList()
                : Stream.concat(snippets.compile(snippets.framed(loose), frame().indexOf(HOLE), output), typed)
                        .toList();
    }

    /** How many snippets a document has. */
    static int count(Document document) {
        Snippets snippets = new Snippets(document);
        return snippets.begins(false).size() + snippets.begins(true).size();
    }

    /** The lines at which snippets begin, with a type of their own or without. */
    private List<Integer> begins(boolean typed) {
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).strip().equals(BEGIN))
                .filter(line -> inside(line).stream()
                                .anyMatch(each -> TYPE.matcher(each).matches())
                        == typed)
                .boxed()
                .toList();
    }

    private List<String> inside(int begin) {
        return lines.subList(begin + 1, lines.size()).stream()
                .takeWhile(line -> !line.strip().equals(END))
                .toList();
    }

    /** The snippet at the line that it has in the document. */
    private List<String> alone(int begin) {
        List<String> source = blank();
        for (int i = 1; i <= inside(begin).size(); i++) {
            source.set(begin + i, lines.get(begin + i));
        }
        return source;
    }

    /** The snippets at the lines that they have in the document, each in a method of a class inside the one before. */
    private List<String> framed(List<Integer> begins) {
        List<String> source = blank();
        List<String> imports = new ArrayList<>();
        for (int begin : begins) {
            source.set(begin, "class S" + begin + " { void snippet() throws Exception {");
            for (int i = 1; i <= inside(begin).size(); i++) {
                String line = lines.get(begin + i);
                boolean isImport = line.startsWith("import ");
                imports.addAll(isImport ? List.of(line) : List.of());
                source.set(begin + i, isImport ? "" : line);
            }
        }
        source.add("}}".repeat(begins.size()));
        List<String> frame = new ArrayList<>(frame());
        frame.set(0, String.join(" ", imports));
        int hole = frame.indexOf(HOLE);
        return Stream.of(frame.subList(0, hole), source, frame.subList(hole + 1, frame.size()))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> blank() {
        return new ArrayList<>(lines.stream().map(line -> "").toList());
    }

    private Stream<String> compile(List<String> source, int linesBefore, Path output) {
        String text = source.stream().collect(joining("\n"));
        return Java.compile(
                        output, List.of(Java.source("Snippet.java", text)), "-Xlint:all,-processing,-path", "-Werror")
                .stream()
                .filter(fault -> fault.getSource() != null)
                .map(fault ->
                        document.name() + ":" + (fault.getLineNumber() - linesBefore) + " " + fault.getMessage(null));
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
