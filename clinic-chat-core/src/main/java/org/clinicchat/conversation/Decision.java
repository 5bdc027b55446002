package org.clinicchat.conversation;

import java.util.List;
import java.util.Objects;

/**
 * An accepted command: what the caller gets once the changes are committed.
 *
 * @param answer what the caller gets
 * @param changes what is to be committed, in order; empty if the command changes nothing, such as a send sent again
 * @param <T> the answer's type
 */
public record Decision<T>(T answer, List<Change> changes) {

    /** Takes a copy of the changes. */
    public Decision {
        Objects.requireNonNull(answer, "answer");
        changes = List.copyOf(changes);
    }

    static <T> Decision<T> unchanged(T answer) {
        return new Decision<>(answer, List.of());
    }
}
