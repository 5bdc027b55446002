package org.clinicchat.session.desk;

import java.util.Objects;
import org.clinicchat.outcome.Outcome;

/**
 * What came of a command.
 *
 * @param desk the desk from now on; the same one if nothing has changed
 * @param answer what the caller is told
 * @param news who should look again
 * @param <A> what an accepted call gives
 */
public record DeskStep<A>(Desk desk, Outcome<A> answer, DeskNews news) {

    /** Checks that nothing is null. */
    public DeskStep {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(news, "news");
    }

    @Override
    public String toString() {
        return "DeskStep[" + news + "]";
    }
}
