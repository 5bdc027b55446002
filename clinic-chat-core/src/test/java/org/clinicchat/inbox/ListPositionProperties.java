package org.clinicchat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Fingerprint;

class ListPositionProperties {
    private static final String[] QUESTION = {"inbox", "north", "dr-a", "[]", "rossi"};

    @Provide
    Arbitrary<ListPosition> positions() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(-62_135_596_800_000_000L, 9_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        return Combinators.combine(times, ids()).as(ListPosition::new);
    }

    @Provide
    Arbitrary<ListPosition> crowded() {
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 2).map(Instant.EPOCH::plusSeconds);
        return Combinators.combine(
                        times, Arbitraries.of("a", "B", "b", "_", "-").map(ConversationId::of))
                .as(ListPosition::new);
    }

    private static Arbitrary<ConversationId> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-_")
                .ofMinLength(1)
                .ofMaxLength(64)
                .map(ConversationId::of);
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag("INBOX-5")
    void aCursorStandsForItsPlace(@ForAll("positions") ListPosition position) {
        PageCursor cursor = position.cursor(QUESTION);

        assertThat(cursor.value()).matches("[A-Za-z0-9_.-]+");
        assertThat(ListPosition.of(PageCursor.of(cursor.value()), QUESTION)).contains(position);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("INBOX-5")
    @Tag("SAFE-6")
    void aCursorOfAnotherQuestionStandsForNothing(
            @ForAll("positions") ListPosition position,
            @ForAll @Size(max = 6) List<@AlphaChars @StringLength(max = 6) String> other) {
        PageCursor cursor = position.cursor(QUESTION);

        assertThat(ListPosition.of(cursor, other.toArray(String[]::new)).isPresent())
                .isEqualTo(other.equals(List.of(QUESTION)));
        assertThat(ListPosition.of(cursor, "inbox", "south", "dr-a", "[]", "rossi"))
                .isEmpty();
        assertThat(ListPosition.of(cursor)).isEmpty();
    }

    @Provide
    Arbitrary<String> forged() {
        String print = Fingerprint.of(QUESTION);
        Arbitrary<String> numbers = Arbitraries.of(
                "",
                "-",
                "+",
                "zzzzzzzzzzzzzzzzzzzz",
                "1y2p0ij32e8e7",
                "1y2p0ij32e8e8",
                "-1y2p0ij32e8e8",
                "0",
                "è",
                "1 ");
        Arbitrary<String> places = Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().map(text -> text + ".c1"),
                Arbitraries.strings().map(text -> "0." + text),
                numbers.map(number -> number + ".c1"));
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                places.map(ListPositionProperties::sealed),
                places.map(place -> place + "." + print),
                Arbitraries.strings().map(text -> sealed("0.c1") + text));
    }

    @Property
    @Tag("SAFE-6")
    void anyStringCanComeBack(@ForAll("forged") String value) {
        assertThat(of(value).stream()).allMatch(position -> position.id().isWellFormed());
    }

    @Example
    @Tag("SAFE-6")
    void aCursorHasExactlyThreeGoodParts() {
        assertThat(of(sealed("a.c1")))
                .contains(new ListPosition(Instant.ofEpochSecond(0, 10_000), ConversationId.of("c1")));
        assertThat(of(sealed("-a.c1")).map(ListPosition::lastTime)).contains(Instant.EPOCH.minusNanos(10_000));
        for (String bad : List.of(
                sealed("a"),
                sealed("a.c1.x"),
                sealed("a.c1") + ".",
                sealed(".c1"),
                sealed("a.c 1"),
                sealed("a."),
                sealed("!.c1"),
                sealed("a.c1").replaceFirst("a", "b"),
                sealed("a.c1").replaceFirst("c1", "c2"),
                sealed("a." + "c".repeat(200)),
                "a.c1.",
                "")) {
            assertThat(of(bad)).isEmpty();
        }
    }

    /** A cursor as it is made for a place, good or bad. */
    private static String sealed(String place) {
        return place + "." + Fingerprint.of(place, Fingerprint.of(QUESTION));
    }

    private static Optional<ListPosition> of(String value) {
        return ListPosition.of(PageCursor.of(value), QUESTION);
    }

    @Property
    @Tag("INBOX-1")
    void theNewestComesFirstAndTiesGoByTheCharactersOfTheId(@ForAll List<@From("crowded") ListPosition> positions) {
        Comparator<ListPosition> expected = Comparator.comparing(ListPosition::lastTime)
                .reversed()
                .thenComparing(position -> position.id().value());

        assertThat(positions.stream().sorted())
                .containsExactlyElementsOf(positions.stream().sorted(expected).toList());
    }

    @Property
    @Tag("INBOX-5")
    void pagingByPlacesNeitherSkipsNorRepeats(@ForAll List<@From("crowded") ListPosition> rows) {
        List<ListPosition> all = rows.stream().distinct().sorted().toList();
        List<ListPosition> walked = new ArrayList<>();
        List<ListPosition> page = all.stream().limit(2).toList();
        while (!page.isEmpty()) {
            walked.addAll(page);
            ListPosition last =
                    of(page.get(page.size() - 1).cursor(QUESTION).value()).orElseThrow();
            page = all.stream().filter(row -> row.compareTo(last) > 0).limit(2).toList();
        }

        assertThat(walked).isEqualTo(all);
    }

    @Example
    @Tag("SAFE-5")
    void aCursorShowsNothing() {
        assertThat(PageCursor.of("Mario Rossi")).hasToString("PageCursor");
    }
}
