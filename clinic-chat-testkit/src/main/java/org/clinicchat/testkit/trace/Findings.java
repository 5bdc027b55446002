package org.clinicchat.testkit.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What was found in one place: every text's number, and for the first finds also where. Thread-safe. */
final class Findings {

    private static final int MOST_TOLD = 20;

    private final BitSet numbers = new BitSet();
    private final List<Trace> traces = new ArrayList<>();

    synchronized void add(Trace trace) {
        boolean isNew = !numbers.get(trace.mark().number());
        numbers.set(trace.mark().number());
        if (isNew || traces.size() < MOST_TOLD) {
            traces.add(trace);
        }
    }

    void addAll(Findings others) {
        others.traces().forEach(this::add);
    }

    synchronized boolean has(Mark mark) {
        return numbers.get(mark.number());
    }

    /** At least one of each text that was found. */
    synchronized List<Trace> traces() {
        return List.copyOf(traces);
    }
}
