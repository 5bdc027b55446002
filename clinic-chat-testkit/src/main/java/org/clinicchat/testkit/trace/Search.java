package org.clinicchat.testkit.trace;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What a {@link Place} hands over all that it has to, piece by piece. It keeps nothing of it but where a planted text was found.
 * Safe for any number of threads.
 */
public final class Search {

    private static final int BUFFER = 1 << 20;
    private static final int NEAR = 2 * Long.BYTES;

    private final String place;
    private final Marks marks;
    private final Findings findings;
    private final Collection<Mark> asked;

    Search(String place, Marks marks, Findings findings) {
        this(place, marks, findings, List.of());
    }

    /** One that also wants to know what holds some of the texts, which takes longer than to know that they are there. */
    Search(String place, Marks marks, Findings findings, Collection<Mark> asked) {
        this.place = place;
        this.asked = asked;
        this.marks = marks;
        this.findings = findings;
    }

    /**
     * Looks through a text.
     *
     * @param where the spot in the place; if it has a planted text in it itself, it is not repeated
     * @param text what is there
     */
    public void text(String where, CharSequence text) {
        at(offset -> where).take(text);
    }

    /**
     * Looks through bytes.
     *
     * @param where the spot in the place; if it has a planted text in it itself, it is not repeated
     * @param bytes what is there
     */
    public void bytes(String where, byte[] bytes) {
        at(offset -> where + " at byte " + offset).take(bytes, 0, bytes.length);
    }

    /**
     * Looks through bytes until they end.
     *
     * @param where the spot in the place; if it has a planted text in it itself, it is not repeated
     * @param bytes what is there; it is not closed
     * @throws IOException if they cannot be read
     */
    public void bytes(String where, InputStream bytes) throws IOException {
        bytes(bytes, at(offset -> where + " at byte " + offset));
    }

    /**
     * Looks through what is thrown: the messages of the exception, and of all that it was caused by or that it suppressed.
     *
     * @param where the spot in the place
     * @param thrown the exception
     */
    public void thrown(String where, Throwable thrown) {
        Thrown.all(thrown).forEach(each -> text(where + ", " + each.getClass().getName(), each.toString()));
    }

    /** For bytes that come over time. */
    Scanner at(String where) {
        return at(offset -> where);
    }

    private Scanner at(LongFunction<String> where) {
        return scanner(found -> add(found, where.apply(found.offset())));
    }

    /** Hands bytes to a scanner, and leaves none of them in memory. */
    static void bytes(InputStream bytes, Scanner scanner) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                scanner.take(buffer, 0, count);
            }
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    /** Tells each text once for all of its blocks that stand together. */
    Scanner scanner(Consumer<Occurrence> finder) {
        return new Scanner(marks, new Scanner.Finder() {
            private int lastNumber;
            private long lastOffset;

            @Override
            public void found(Pattern pattern, int width, long offset) {
                boolean goesOn = pattern.number() == lastNumber && offset - lastOffset <= (long) NEAR * width;
                lastNumber = pattern.number();
                lastOffset = offset;
                if (pattern.number() < 0) {
                    marks.found(pattern.number());
                } else if (!goesOn) {
                    finder.accept(Occurrence.of(pattern, width, offset));
                }
            }
        });
    }

    void add(Occurrence found, String where) {
        findings.add(new Trace(new Mark(found.number()), place, discreet(where), found.form()));
    }

    boolean asksWhat(Occurrence found) {
        return asked.contains(new Mark(found.number()));
    }

    /**
     * Whether the hunt finds what somebody leaves in the place: one that cannot find anything proves nothing.
     *
     * @param leaving is given a text that is none of the host's, and leaves it where this hunt looks or listens
     * @return whether it was found before {@code leaving} returned
     */
    public boolean finds(Consumer<String> leaving) {
        Probe probe = marks.probe();
        try {
            leaving.accept(probe.text());
        } finally {
            Reference.reachabilityFence(probe);
        }
        return marks.isFound(probe);
    }

    private String discreet(String where) {
        AtomicBoolean tells = new AtomicBoolean();
        new Scanner(marks, (pattern, width, offset) -> tells.set(true)).take(where);
        return tells.get() ? "a spot that has the text in its name" : where;
    }
}
