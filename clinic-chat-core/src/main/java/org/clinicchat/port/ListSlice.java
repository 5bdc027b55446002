package org.clinicchat.port;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.inbox.ListPosition;

/**
 * Some rows of a list, in the order of {@link ListPosition}.
 *
 * @param rows the rows
 * @param last the last row's place, if rows follow it; empty at the list's end
 * @param <R> a row
 */
public record ListSlice<R>(List<R> rows, Optional<ListPosition> last) {

    /** Takes a copy. */
    public ListSlice {
        rows = List.copyOf(rows);
        Objects.requireNonNull(last, "last");
    }
}
