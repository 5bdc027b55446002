package org.clinicchat.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.clinicchat.port.StorageFault;

/**
 * Decides again when the facts have moved meanwhile, so often and no more. Each try may lose to another node's senders, who never
 * wait for it: of a disabling under four senders a hundred tries were once too few.
 */
final class Attempts {

    private static final int MOST = 1_000;

    private Attempts() {}

    /** The first answer that there is; empty means that the facts have moved. */
    static <T> T untilSettled(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MOST; i++) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StorageFault(
                "The same conversation or practice was changed " + MOST
                        + " times in a row meanwhile. Nothing was done; try again.",
                true,
                null);
    }
}
