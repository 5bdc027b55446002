package org.clinicchat.testkit.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks everywhere for what is left of a text that was erased. It plants texts that nobody else can have written, sees that they
 * are where they should be, and after the erase that they are nowhere:
 *
 * <pre>{@code
 * try (TraceHunt hunt = TraceHunt.inThisJvm(Place.files(data), Place.tables(dataSource))) {
 *     hunt.plant(100, text -> room.send(text));
 *     hunt.assertFoundIn(Place.heap());
 *     room.erase();
 *     hunt.assertGone();
 * }
 * }</pre>
 *
 * <p>The hunt itself keeps the texts only masked. A text is found as it is and in hexadecimal or Base64, in upper or lower case,
 * in UTF-8, Latin-1, UTF-16 or UTF-32 of either byte order, and if only half of it is left: any 15 letters of it in a row
 * are. What is compressed, encrypted or taken apart letter by letter is not. Safe for any number of threads.
 */
public final class TraceHunt implements AutoCloseable {

    private static final int MOST_TOLD = 20;

    private final Marks marks = new Marks();
    private final Map<Place, Findings> places = new LinkedHashMap<>();
    private final List<AutoCloseable> watches = new ArrayList<>();
    private final Findings shown = new Findings();
    private final Set<Mark> planted = new LinkedHashSet<>();
    private final Set<Mark> seen = new HashSet<>();

    private TraceHunt() {}

    /**
     * Begins a hunt. What flows past a place is watched from here on, so begin it before the chat is put together.
     *
     * @param places where it looks
     * @return the hunt; it is closed when all has been looked at
     */
    public static TraceHunt over(Place... places) {
        return over(List.of(places));
    }

    /**
     * Begins a hunt in all places of this JVM: {@link Place#heap}, {@link Place#log}, {@link Place#javaLogging},
     * {@link Place#console}, {@link Place#threadNames}, {@link Place#systemProperties} and {@link Place#metrics}.
     *
     * @param further where it looks too
     * @return the hunt; it is closed when all has been looked at
     */
    public static TraceHunt inThisJvm(Place... further) {
        Stream<Place> ours = Stream.of(
                Place.heap(),
                Place.log(),
                Place.javaLogging(),
                Place.console(),
                Place.threadNames(),
                Place.systemProperties(),
                Place.metrics());
        return over(Stream.concat(ours, Stream.of(further)).toList());
    }

    private static TraceHunt over(List<Place> places) {
        TraceHunt hunt = new TraceHunt();
        try {
            places.forEach(hunt::begin);
            return hunt;
        } catch (RuntimeException e) {
            hunt.close();
            throw e;
        }
    }

    private void begin(Place place) {
        Findings heard = new Findings();
        places.put(place, heard);
        watches.add(place.watched(new Search(place.name(), marks, heard)));
    }

    /**
     * Plants a text. A thread of its own gives it away and has ended when this returns, so that no stack holds a copy.
     *
     * @param planting is given the text
     * @return which text it was
     * @throws IllegalStateException if the planting threw something
     */
    public Mark plant(Planting planting) {
        Mark mark = next();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> failure.set(thrown(planting, mark)), "trace-hunt-" + mark.number());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + mark + " was planted.", e);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("The planting of " + mark + " threw something.", thrown);
        }
        return mark;
    }

    /**
     * Plants many texts, one after the other; call {@link #plant(Planting)} from many threads for more at once.
     *
     * @param count how many
     * @param planting is given each
     * @return which texts they were
     * @throws IllegalStateException if the planting threw something
     */
    public List<Mark> plant(int count, Planting planting) {
        return IntStream.range(0, count).mapToObj(i -> plant(planting)).toList();
    }

    private synchronized Mark next() {
        Mark mark = new Mark(planted.size() + 1);
        planted.add(mark);
        return mark;
    }

    private @Nullable Throwable thrown(Planting planting, Mark mark) {
        try {
            planting.plant(marks.conceived(mark.number()));
            return null;
        } catch (Throwable e) {
            show(e);
            return e;
        }
    }

    /**
     * Looks at an answer or an exception that somebody was given: at its {@code toString}, and at every message of what is thrown.
     *
     * @param said what was given
     */
    public void show(Object said) {
        Search search = new Search("what was shown", marks, shown);
        if (said instanceof Throwable thrown) {
            search.thrown("an exception", thrown);
        } else {
            search.text(said.getClass().getName(), String.valueOf(said));
        }
    }

    /**
     * Fails unless all texts planted so far are in these places now.
     *
     * @param where places of this hunt
     */
    public void assertFoundIn(Place... where) {
        assertFoundIn(planted(), where);
    }

    /**
     * Fails unless these texts are in these places now.
     *
     * @param texts which
     * @param where places of this hunt
     */
    public void assertFoundIn(Collection<Mark> texts, Place... where) {
        for (Place place : where) {
            assertFound(texts, place, look(place, List.of()));
        }
    }

    /**
     * Fails unless all texts planted so far are in these places now, and in no other.
     *
     * @param where places of this hunt
     */
    public void assertFoundOnlyIn(Place... where) {
        Set<Mark> texts = planted();
        List<Trace> elsewhere = new ArrayList<>(shown.traces());
        places.keySet().forEach(place -> {
            if (List.of(where).contains(place)) {
                assertFound(texts, place, look(place, List.of()));
            } else {
                elsewhere.addAll(look(place, texts).traces());
            }
        });
        assertNone(elsewhere, texts);
    }

    /** Fails if any text planted so far is left anywhere, or was never found before: then finding nothing means nothing. */
    public void assertGone() {
        assertGone(planted());
    }

    /**
     * Fails if any of these texts is left anywhere, or was never found before: then finding nothing means nothing.
     *
     * @param texts which; others may live on
     */
    public void assertGone(Collection<Mark> texts) {
        assertSeen(texts);
        assertNone(traces(texts), texts);
    }

    /**
     * Looks everywhere.
     *
     * @return what is there now, and what has flowed past: of every text and place at least one trace
     */
    public List<Trace> traces() {
        return traces(planted());
    }

    private List<Trace> traces(Collection<Mark> asked) {
        List<Trace> traces = new ArrayList<>(shown.traces());
        places.keySet().forEach(place -> traces.addAll(look(place, asked).traces()));
        return traces;
    }

    private Findings look(Place place, Collection<Mark> asked) {
        Findings heard = places.get(place);
        if (heard == null) {
            throw new IllegalArgumentException("This hunt does not look into this place: " + place.name());
        }
        Findings findings = new Findings();
        try {
            place.look(new Search(place.name(), marks, findings, asked));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Nothing is proven: could not look through " + place.name(), e);
        }
        findings.addAll(heard);
        return findings;
    }

    private synchronized Set<Mark> planted() {
        return new LinkedHashSet<>(planted);
    }

    private void assertFound(Collection<Mark> texts, Place place, Findings findings) {
        List<Mark> missing = texts.stream().filter(mark -> !findings.has(mark)).toList();
        if (texts.isEmpty() || !missing.isEmpty()) {
            throw new AssertionError("Not found in " + place.name() + ": " + some(missing) + " of " + texts.size()
                    + " planted. A hunt that does not see them proves nothing.");
        }
        synchronized (this) {
            seen.addAll(texts);
        }
    }

    private synchronized void assertSeen(Collection<Mark> texts) {
        List<Mark> unseen = texts.stream().filter(mark -> !seen.contains(mark)).toList();
        if (texts.isEmpty() || !unseen.isEmpty()) {
            throw new AssertionError("Never found before the erase: " + some(unseen) + " of " + texts.size()
                    + " planted. Call assertFoundIn before it, or finding nothing after it proves nothing.");
        }
    }

    private static void assertNone(List<Trace> traces, Collection<Mark> texts) {
        List<Trace> left =
                traces.stream().filter(trace -> texts.contains(trace.mark())).toList();
        if (!left.isEmpty()) {
            throw new AssertionError("Traces are left: " + some(left));
        }
    }

    /** Enough to begin with. */
    private static String some(List<?> all) {
        String first = all.stream().limit(MOST_TOLD).map(each -> "\n  " + each).collect(Collectors.joining());
        return all.size() + first + (all.size() > MOST_TOLD ? "\n  ..." : "");
    }

    /** Ends the watching. */
    @Override
    public void close() {
        RuntimeException failure = new IllegalStateException("A place would not let itself be left.");
        for (AutoCloseable watch : watches) {
            try {
                watch.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        watches.clear();
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
