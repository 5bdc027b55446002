package org.clinicchat.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of a practitioner's list, newest message first (INBOX-1).
 *
 * @param rows the rows
 * @param next for the page after this one; empty if this is the last
 */
public record InboxPage(List<InboxRow> rows, Optional<PageCursor> next) {

    /** Takes a copy. */
    public InboxPage {
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
    }
}
