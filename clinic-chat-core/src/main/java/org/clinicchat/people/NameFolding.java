package org.clinicchat.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folds names and identifiers into what is compared in a search (INBOX-4). It is done here, in Java, so that every
 * database compares the same characters byte by byte.
 */
final class NameFolding {

    private static final String APOSTROPHES = "['’‘‛ʼʻ`´′＇]";
    private static final Map<String, String> LETTERS_WITHOUT_DECOMPOSITION = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("ħ", "h"),
            Map.entry("ς", "σ"));

    private NameFolding() {}

    /** The words of a name in lower case, without accents, marks and apostrophes. */
    static List<String> words(String name) {
        return Stream.of(fold(name).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Letters and digits of an identifier, in upper case. */
    static String identifier(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String fold(String name) {
        // Twice, because an acute accent on its own decomposes into a space, and "ŉ" into an apostrophe and a letter.
        String decomposed = Normalizer.normalize(name.replaceAll(APOSTROPHES, ""), Normalizer.Form.NFKD)
                .replaceAll(APOSTROPHES, "");
        String folded = decomposed.toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "");
        for (var letter : LETTERS_WITHOUT_DECOMPOSITION.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return folded;
    }
}
