package org.clinicchat.people;

import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.outcome.Enforces;

/**
 * What a search compares with of one patient (INBOX-4): an adapter stores it beside the profile. Its {@code toString}
 * hides everything.
 *
 * @param words the words of given and family name, folded
 * @param identifiers the identifiers' values, normalised
 */
@Enforces("INBOX-4")
public record SearchKeys(List<String> words, List<String> identifiers) {

    /** Takes copies. */
    public SearchKeys {
        words = List.copyOf(words);
        identifiers = List.copyOf(identifiers);
    }

    /**
     * The keys of a profile.
     *
     * @param profile whose
     * @return the keys
     */
    public static SearchKeys of(PatientProfile profile) {
        List<String> words = Stream.of(profile.givenName(), profile.familyName())
                .flatMap(name -> NameFolding.words(name).stream())
                .distinct()
                .toList();
        List<String> identifiers = profile.identifiers().stream()
                .map(identifier -> NameFolding.identifier(identifier.value()))
                .filter(value -> !value.isEmpty())
                .toList();
        return new SearchKeys(words, identifiers);
    }

    /**
     * Whether a search finds this patient: each word of the search begins a word of the name, in any order, or the whole
     * search begins an identifier.
     *
     * @param search what is searched for
     * @return true if it does
     */
    public boolean match(SearchTerms search) {
        return matchName(search) || matchIdentifier(search);
    }

    private boolean matchName(SearchTerms search) {
        return !search.words().isEmpty()
                && search.words().stream().allMatch(prefix -> words.stream().anyMatch(word -> word.startsWith(prefix)));
    }

    private boolean matchIdentifier(SearchTerms search) {
        return !search.identifier().isEmpty()
                && identifiers.stream().anyMatch(value -> value.startsWith(search.identifier()));
    }

    @Override
    public String toString() {
        return "SearchKeys[hidden]";
    }
}
