package org.clinicchat.people;

import java.util.List;
import org.clinicchat.outcome.Enforces;

/**
 * A search as it is compared (INBOX-4): what was typed, folded like the names. A search of signs alone has neither words
 * nor identifier, and finds nobody. Its {@code toString} hides everything.
 *
 * @param words each must begin a word of the name
 * @param identifier must begin an identifier; empty if nothing was typed that could
 */
@Enforces("INBOX-4")
public record SearchTerms(List<String> words, String identifier) {

    /** Takes a copy. */
    public SearchTerms {
        words = List.copyOf(words);
    }

    /**
     * The terms of a search.
     *
     * @param typed what somebody typed
     * @return the terms
     */
    public static SearchTerms of(String typed) {
        return new SearchTerms(NameFolding.words(typed), NameFolding.identifier(typed));
    }

    @Override
    public String toString() {
        return "SearchTerms[hidden]";
    }
}
