package org.clinicchat.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hunt finds what is there, says nothing is left only if it had seen it, and leaves nothing itself. */
class TraceHuntTest {

    private static final Path DUMPS = Path.of(System.getProperty("java.io.tmpdir"));

    private static final Map<String, Object> KEPT = new ConcurrentHashMap<>();

    private final Queue<String> room = new ConcurrentLinkedQueue<>();
    private final Queue<String> cellar = new ConcurrentLinkedQueue<>();
    private final Place rooms = Place.texts("room", () -> room);
    private final Place cellars = Place.texts("cellar", () -> cellar);

    @Test
    void aHundredTextsAreSeenAndThenGone() throws IOException {
        List<Path> before = dumps();
        try (TraceHunt hunt = TraceHunt.inThisJvm(rooms)) {
            hunt.plant(100, room::add);
            hunt.assertFoundIn(Place.heap(), rooms);
            room.clear();
            hunt.assertGone();
        }
        assertThat(dumps()).isEqualTo(before);
    }

    @Test
    void whatHoldsATextInTheHeapIsTold() {
        try (TraceHunt hunt = TraceHunt.over(Place.heap())) {
            hunt.plant(text -> KEPT.put("last", new AtomicReference<>(text)));
            assertThat(hunt.traces())
                    .singleElement()
                    .extracting(Trace::where)
                    .asString()
                    .startsWith("byte[")
                    .contains(
                            " < java.lang.String.value < java.util.concurrent.atomic.AtomicReference.value < java.util.concurrent.ConcurrentHashMap$Node.val < ")
                    .endsWith(" < static org.clinicchat.testkit.trace.TraceHuntTest.KEPT");
        } finally {
            KEPT.clear();
        }
    }

    @Test
    void aDumpThatCannotBeReadIsDeletedToo() throws IOException {
        List<Path> before = dumps();
        try (TraceHunt hunt = TraceHunt.over(Place.heap())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(hunt::traces).isInstanceOf(RuntimeException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(dumps()).isEqualTo(before);
    }

    @Test
    void aTextThatIsLeftIsTold() {
        try (TraceHunt hunt = TraceHunt.over(rooms, cellars)) {
            hunt.plant(3, text -> {
                room.add(text);
                cellar.add(text);
            });
            hunt.assertFoundIn(rooms);
            room.clear();
            String second = List.copyOf(cellar).get(1);
            cellar.removeIf(text -> !text.equals(second));
            assertThatThrownBy(hunt::assertGone)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Traces are left: 1\n  text 2 in cellar: number 1, as letters");
        }
    }

    @Test
    void aHuntThatNeverSawTheTextProvesNothing() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            hunt.plant(text -> {});
            assertThatThrownBy(() -> hunt.assertFoundIn(rooms))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Not found in room: 1\n  text 1 of 1 planted.");
            assertThatThrownBy(hunt::assertGone)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Never found before the erase: 1\n  text 1 of 1 planted.");
        }
    }

    @Test
    void aHuntWithoutATextProvesNothing() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            assertThatThrownBy(() -> hunt.assertFoundIn(rooms)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(hunt::assertGone).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void othersMayLiveOn() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            Mark erased = hunt.plant(text -> room.add(text));
            hunt.assertFoundIn(rooms);
            room.clear();
            Mark living = hunt.plant(text -> room.add(text));
            hunt.assertFoundIn(List.of(living), rooms);
            hunt.assertGone(List.of(erased));
            assertThatThrownBy(hunt::assertGone).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aTextMayBeWhereItBelongsAndNowhereElse() {
        try (TraceHunt hunt = TraceHunt.over(rooms, cellars)) {
            hunt.plant(room::add);
            hunt.assertFoundOnlyIn(rooms);
            assertThatThrownBy(() -> hunt.assertFoundOnlyIn(cellars)).isInstanceOf(AssertionError.class);
            cellar.addAll(room);
            assertThatThrownBy(() -> hunt.assertFoundOnlyIn(rooms))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("text 1 in cellar");
        }
    }

    @Test
    void whatIsThrownIsLookedAtAndHandedOn() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            assertThatThrownBy(() -> hunt.plant(text -> {
                        throw new IOException("no room for " + text);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IOException.class);
            assertThat(hunt.traces()).extracting(Trace::place).containsExactly("what was shown");
        }
    }

    @Test
    void manyMayPlantAtOnce() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            List<Mark> marks = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(i -> hunt.plant(room::add))
                    .toList();
            assertThat(marks).doesNotHaveDuplicates();
            hunt.assertFoundIn(marks, rooms);
        }
    }

    @Test
    void aPlaceOfNoHuntIsAMistake() {
        try (TraceHunt hunt = TraceHunt.over(rooms)) {
            assertThatThrownBy(() -> hunt.assertFoundIn(cellars)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatCannotBeLookedThroughProvesNothing(@TempDir Path directory) {
        try (TraceHunt hunt = TraceHunt.over(Place.files(directory.resolve("missing")))) {
            assertThatThrownBy(hunt::traces)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Nothing is proven: could not look through files");
        }
    }

    @Test
    void aLogThatIsNotHeardProvesNothing() {
        Search deaf = new Search("log", new Marks(), new Findings());
        assertThatThrownBy(() -> Place.log().look(deaf)).hasMessageContaining("RememberedLog");
        assertThatThrownBy(() -> Place.javaLogging().look(deaf)).hasMessageContaining("java.util.logging");
    }

    @Test
    void theLoggingIsAfterwardsAsItWas() {
        Logger root = Logger.getLogger("");
        Logger quiet = Logger.getLogger("org.quiet");
        quiet.setLevel(Level.SEVERE);
        Level before = root.getLevel();
        int handlers = root.getHandlers().length;
        try (TraceHunt hunt = TraceHunt.over(Place.javaLogging())) {
            hunt.plant(text -> Logger.getLogger("org.quiet").finest(text));
            hunt.assertFoundIn(Place.javaLogging());
        }
        assertThat(quiet.getLevel()).isEqualTo(Level.SEVERE);
        assertThat(root.getLevel()).isEqualTo(before);
        assertThat(root.getHandlers()).hasSize(handlers);
    }

    private static List<Path> dumps() throws IOException {
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("trace-hunt-" + ProcessHandle.current().pid() + "-"))
                    .sorted()
                    .toList();
        }
    }
}
