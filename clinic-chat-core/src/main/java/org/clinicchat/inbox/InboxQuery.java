package org.clinicchat.inbox;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.outcome.Enforces;

/**
 * What is asked of a practitioner's list of conversations. All filters and the search combine: a row must pass every one
 * (INBOX-3, INBOX-4). Immutable; its {@code toString} hides the search.
 *
 * @param filters which conversations; none for all
 * @param search what was typed into the search box; blank for everybody
 * @param limit the most rows of a page, 1 to {@value #MOST_ROWS}
 * @param after the page before this one, or empty for the first
 */
@Enforces({"INBOX-3", "INBOX-4", "INBOX-5"})
public record InboxQuery(Set<Filter> filters, String search, int limit, Optional<PageCursor> after) {

    /** The most rows of a page. */
    public static final int MOST_ROWS = 500;

    /** The longest search, in UTF-16 units. */
    public static final int LONGEST_SEARCH = 200;

    /** Which conversations. */
    public enum Filter {
        /** With unread messages, or marked as unread. */
        UNREAD,
        /** Whose patient waits for a human answer. */
        AWAITING_REPLY,
        /** Switched off. */
        DISABLED
    }

    /** Checks the limit, and takes a copy. */
    public InboxQuery {
        filters = Set.copyOf(filters);
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows, not " + limit);
        }
    }

    /**
     * The first 50 of all conversations.
     *
     * @return the query
     */
    public static InboxQuery all() {
        return new InboxQuery(Set.of(), "", 50, Optional.empty());
    }

    /**
     * Only what passes this filter too.
     *
     * @param filter which conversations
     * @return the query
     */
    public InboxQuery only(Filter filter) {
        Set<Filter> more = EnumSet.of(filter);
        more.addAll(filters);
        return new InboxQuery(more, search, limit, after);
    }

    /**
     * Only unread conversations (INBOX-3).
     *
     * @return the query
     */
    public InboxQuery unread() {
        return only(Filter.UNREAD);
    }

    /**
     * Only conversations whose patient waits for a human answer.
     *
     * @return the query
     */
    public InboxQuery awaitingReply() {
        return only(Filter.AWAITING_REPLY);
    }

    /**
     * Only conversations that are switched off.
     *
     * @return the query
     */
    public InboxQuery disabled() {
        return only(Filter.DISABLED);
    }

    /**
     * Only patients found by name or identifier (INBOX-4).
     *
     * @param typed what was typed into the search box
     * @return the query
     */
    public InboxQuery search(String typed) {
        return new InboxQuery(filters, typed, limit, after);
    }

    /**
     * With pages of another size.
     *
     * @param rows 1 to {@value #MOST_ROWS}
     * @return the query
     */
    public InboxQuery limit(int rows) {
        return new InboxQuery(filters, search, rows, after);
    }

    /**
     * The page after another one of the same query; the limit may differ (INBOX-5).
     *
     * @param cursor where that page ended
     * @return the query
     */
    public InboxQuery after(PageCursor cursor) {
        return new InboxQuery(filters, search, limit, Optional.of(cursor));
    }

    @Override
    public String toString() {
        return "InboxQuery[" + filters + ", limit " + limit + "]";
    }
}
