package org.clinicchat.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of a patient's list, newest message first (INBOX-7).
 *
 * @param rows the rows
 * @param next for the page after this one; empty if this is the last
 */
public record PatientInboxPage(List<PatientInboxRow> rows, Optional<PageCursor> next) {

    /** Takes a copy. */
    public PatientInboxPage {
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
    }
}
