package org.clinicchat.examples.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clinicchat.examples.quickstart.UserError;
import org.clinicchat.examples.quickstart.terminal.Recorded;
import org.clinicchat.inmemory.InMemoryStorage;

/** What goes into a CSV file comes out of it, and out of the clinic. */
class DialogueFileProperties {

    @Property(tries = 300)
    void anyValueComesOutOfTheFileAsItWentIn(
            @ForAll("values") List<String> values, @ForAll("lineBreaks") String lineBreak, @ForAll boolean mark)
            throws UserError {
        List<Dialogue> expected = IntStream.range(0, values.size())
                .mapToObj(i -> Dialogue.parse(i + 1, values.get(i)))
                .toList();
        assertThat(read(values, lineBreak, mark).dialogues()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void everyTurnComesOutOfTheFileAsItWentIn(
            @ForAll("dialogues") List<List<Turn>> dialogues, @ForAll("lineBreaks") String lineBreak) throws UserError {
        List<String> values =
                dialogues.stream().map(turns -> written(turns, lineBreak)).toList();
        assertThat(read(values, lineBreak, false).dialogues())
                .extracting(Dialogue::turns)
                .isEqualTo(dialogues);
    }

    @Property(tries = 100)
    void everyTurnComesBackOrIsRefusedForAReason(@ForAll("dialogues") List<List<Turn>> dialogues) throws UserError {
        List<String> values =
                dialogues.stream().map(turns -> written(turns, "\n")).toList();
        Recorded recorded = Recorded.piped();
        int exitCode = Replay.of(read(values, "\n", true), InMemoryStorage.create(), recorded.terminal())
                .run();
        long turns = dialogues.stream().mapToLong(List::size).sum();
        assertThat(exitCode).isZero();
        assertThat(recorded.out()).contains("accepted, of " + turns + " in the file\n", "Verified\n");
    }

    @Provide
    Arbitrary<List<String>> values() {
        return pieces().list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lineBreaks() {
        return Arbitraries.of("\n", "\r\n");
    }

    @Provide
    Arbitrary<List<List<Turn>>> dialogues() {
        Arbitrary<Turn> turn =
                Combinators.combine(Arbitraries.of(Speaker.class), texts()).as(Turn::new);
        return turn.list().ofMaxSize(6).list().ofMinSize(1).ofMaxSize(5);
    }

    /** Texts that are one turn: none of their lines begins like a speaker's, and they do not end in a line break. */
    private static Arbitrary<String> texts() {
        return pieces().list()
                .ofMaxSize(8)
                .map(pieces ->
                        String.join("", pieces).replace("Doctor:", "Doctor").replace("Patient:", "Patient"))
                .map(text -> text.replaceAll("[\r\n]+$", ""));
    }

    private static Arbitrary<String> pieces() {
        Arbitrary<String> anything = Arbitraries.strings()
                .withCharRange('\0', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(4);
        return Arbitraries.oneOf(
                anything,
                Arbitraries.of(
                        "\"",
                        "\"\"",
                        ",",
                        ";",
                        "\n",
                        "\r\n",
                        "\r",
                        "\t",
                        " ",
                        "Doctor:",
                        "Patient: ",
                        "😀",
                        "𝔾",
                        "e\u0301",
                        "\ufeff",
                        "\u2028",
                        "#",
                        "\\",
                        "perché"));
    }

    private static String written(List<Turn> turns, String lineBreak) {
        return turns.stream()
                .map(turn -> turn.speaker().label() + ": " + turn.text())
                .collect(Collectors.joining(lineBreak));
    }

    private static DialogueFile read(List<String> values, String lineBreak, boolean mark) throws UserError {
        String rows = values.stream()
                .map(value -> "1,\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(lineBreak));
        String csv = (mark ? "\ufeff" : "") + "ID,dialogue" + lineBreak + rows;
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return DialogueFile.read("a.csv", "a.csv", () -> bytes);
    }
}
