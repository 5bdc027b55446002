package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.clinicchat.people.SearchTerms;
import org.clinicchat.port.InboxAccess;

/**
 * A search of a practitioner's list by {@link WordRows}, in two ways of which the database takes one by itself. Where few are
 * found, their conversations are looked up; where many are, the list is walked and each row asked whether it is found: the
 * page is soon full. So a search costs the same for a name as for its first letter. Conversations are under the name c.
 */
final class SearchSql {

    private static final int FEW = 500;

    private static final String ARE_FEW = " AND (SELECT COUNT(*) FROM found) <= " + FEW;
    private static final String ARE_MANY = " AND (SELECT COUNT(*) FROM found) > " + FEW;

    private final String words;
    private final String hasWord;
    private final String fromFew;
    private final String isOfFew;

    SearchSql(Wired wired) {
        fromFew = wired.sql(wired.dialect().fromFound());
        isOfFew = wired.dialect().isFound();
        words = wired.sql("SELECT c.patient FROM {conversation_word} c"
                + " WHERE c.clinic = ? AND c.practitioner = ? AND c.word >= ? AND c.word < ?");
        // Not "EXISTS": a planner would gather all the words first, instead of asking the few rows that it comes to.
        hasWord = wired.sql("(SELECT 1 FROM {conversation_word} x WHERE x.clinic = c.clinic"
                + " AND x.practitioner = c.practitioner AND x.patient = c.patient AND x.word >= ? AND x.word < ?"
                + " LIMIT 1) IS NOT NULL");
    }

    /** Whether it finds anybody at all. */
    static boolean isAny(SearchTerms search) {
        return !search.words().isEmpty() || !search.identifier().isEmpty();
    }

    /** Whether the words' table can tell: what is longer than its words is to be compared with the whole text. */
    static boolean isShort(SearchTerms search) {
        return search.words().stream().allMatch(word -> word.length() <= WordRows.LONGEST)
                && search.identifier().length() < WordRows.LONGEST;
    }

    /** Whom it finds, of the practitioner's patients: all of them, or more than a few. */
    void found(SqlParts parts, InboxAccess access, SearchTerms search) {
        List<String> byLength = new ArrayList<>(search.words());
        byLength.sort(Comparator.comparing(String::length).reversed());
        parts.add("WITH found (patient) AS (");
        if (!byLength.isEmpty()) {
            found(parts, access, byLength.get(0), byLength.subList(1, byLength.size()));
        }
        parts.add(byLength.isEmpty() || search.identifier().isEmpty() ? "" : " UNION ALL ");
        if (!search.identifier().isEmpty()) {
            found(parts, access, WordRows.identifier(search.identifier()), List.of());
        }
        parts.add(") ");
    }

    private void found(SqlParts parts, InboxAccess access, String first, List<String> others) {
        parts.add("(").add(words, access.clinic().value(), access.owner().value(), first, after(first));
        others.forEach(other -> parts.add(" AND ").add(hasWord, other, after(other)));
        parts.add(" LIMIT " + (FEW + 1) + ")");
    }

    /** The conversations, where few are found. */
    String fromFew() {
        return fromFew;
    }

    /** That few are found, and the conversation is with one of them. */
    void areFew(SqlParts parts) {
        parts.add(ARE_FEW).add(isOfFew);
    }

    /** That many are found, and the conversation's patient is one of them. */
    void areMany(SqlParts parts, SearchTerms search) {
        parts.add(ARE_MANY).add(" AND (");
        for (Iterator<String> each = search.words().iterator(); each.hasNext(); ) {
            String word = each.next();
            parts.add(hasWord, word, after(word)).add(each.hasNext() ? " AND " : "");
        }
        parts.add(search.words().isEmpty() || search.identifier().isEmpty() ? "" : " OR ");
        if (!search.identifier().isEmpty()) {
            String identifier = WordRows.identifier(search.identifier());
            parts.add(hasWord, identifier, after(identifier));
        }
        parts.add(")");
    }

    /** The first text, in the order of every database, that is after all texts which begin with this one. */
    private static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(last + 1);
    }
}
