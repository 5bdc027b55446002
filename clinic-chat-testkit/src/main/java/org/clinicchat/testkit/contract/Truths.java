package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that was true, one moment after another, as the only writer knows it. An answer must be one of these truths, whole, and
 * none that was past before it was asked for.
 */
final class Truths<T> {

    private final List<T> moments = new ArrayList<>();

    /** An answer, and how many moments had passed when it was asked for. */
    record Told<T>(Truths<T> truths, int passed, T answer) {

        void assertTrue() {
            assertThat(answer).as("one moment's truth").isIn(truths.since(passed));
        }
    }

    /** Known once the call that made it so has returned. */
    synchronized void add(T now) {
        moments.add(now);
    }

    /** An answer that must be fresh. */
    Told<T> ask(Supplier<T> question) {
        int passed = passed();
        return new Told<>(this, passed, question.get());
    }

    /** An answer that may be old, as a whole. */
    Told<T> askAny(Supplier<T> question) {
        return new Told<>(this, 0, question.get());
    }

    private synchronized int passed() {
        return moments.size() - 1;
    }

    private synchronized List<T> since(int moment) {
        return List.copyOf(moments.subList(moment, moments.size()));
    }
}
