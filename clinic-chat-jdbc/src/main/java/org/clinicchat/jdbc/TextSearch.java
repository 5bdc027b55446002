package org.clinicchat.jdbc;

import java.util.Iterator;
import org.clinicchat.people.SearchTerms;

/**
 * A search as a condition on a patient's {@link PatientRow#searchText}, of the table under the name t: for what nobody types,
 * words that are longer than those of {@link WordRows}, and signs alone. It looks at the whole list.
 */
final class TextSearch {

    private static final String LIKE = "t.search_text LIKE ? ESCAPE '!'";

    private TextSearch() {}

    /** Each word begins a word of the name, or the whole begins an identifier; a search of neither finds nobody. */
    static SqlParts add(SqlParts parts, SearchTerms search) {
        boolean hasWords = !search.words().isEmpty();
        boolean hasIdentifier = !search.identifier().isEmpty();
        if (!hasWords && !hasIdentifier) {
            return parts.add(" AND 1 = 0");
        }
        parts.add(" AND (");
        for (Iterator<String> words = search.words().iterator(); words.hasNext(); ) {
            parts.add(LIKE, beginning(" ", words.next())).add(words.hasNext() ? " AND " : "");
        }
        parts.add(hasWords && hasIdentifier ? " OR " : "");
        if (hasIdentifier) {
            parts.add(LIKE, beginning(" #", search.identifier()));
        }
        return parts.add(")");
    }

    /** What is searched for is a text, whatever signs it has. */
    private static String beginning(String sign, String text) {
        return "%" + sign + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
