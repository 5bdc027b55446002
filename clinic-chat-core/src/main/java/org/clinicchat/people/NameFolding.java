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
    private static final Map<String, String> LETTERS_WITHOUT_DECOMPOSITION = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ħ", "h");

    private NameFolding() {}

    /** The words of a name in lower case, without accents, marks and apostrophes. */
    static List<String> words(String name) {
        String folded = fold(name.replaceAll(APOSTROPHES, ""));
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+"))
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
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "");
        for (var letter : LETTERS_WITHOUT_DECOMPOSITION.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return folded;
    }
}
