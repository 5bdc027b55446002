package org.clinicchat.port;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.people.SearchTerms;

/**
 * Which rows of a practitioner's list are read.
 *
 * @param filters a row must pass all of them
 * @param search a row's patient must be found by it ({@link org.clinicchat.people.SearchKeys#match}), if there is one
 * @param after only rows after this place, if there is one
 * @param limit the most rows, 1 or more
 */
public record InboxScan(
        Set<InboxQuery.Filter> filters, Optional<SearchTerms> search, Optional<ListPosition> after, int limit) {

    /** Takes a copy. */
    public InboxScan {
        filters = Set.copyOf(filters);
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(after, "after");
    }
}
