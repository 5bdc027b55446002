package org.clinicchat.testkit.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clinicchat.people.PatientProfile;

/** Whom a search finds (INBOX-4), said anew: character by character. */
final class ModelSearch {

    private static final String APOSTROPHES = "'’‘‛ʼʻ`´′＇";
    private static final Map<Integer, String> SPELT_OUT = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"));

    private ModelSearch() {}

    static boolean finds(String typed, PatientProfile profile) {
        if (typed.isBlank()) {
            return true;
        }
        List<String> names = Stream.of(profile.givenName(), profile.familyName())
                .flatMap(name -> words(name).stream())
                .toList();
        List<String> asked = words(typed);
        boolean byName = !asked.isEmpty()
                && asked.stream().allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
        String number = identifier(typed);
        boolean byNumber = !number.isEmpty()
                && profile.identifiers().stream()
                        .anyMatch(each -> identifier(each.value()).startsWith(number));
        return byName || byNumber;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : decomposed(withoutApostrophes(name) + " ")) {
            if (isApostrophe(c)) {
                continue;
            }
            if (isLetterOrNumber(c)) {
                int folded = Character.toLowerCase(Character.toUpperCase(c));
                word.append(SPELT_OUT.getOrDefault(folded, Character.toString(folded)));
            } else if (!isMark(c) && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static String identifier(String value) {
        StringBuilder signs = new StringBuilder();
        for (int c : decomposed(value)) {
            if (isLetterOrNumber(c)) {
                signs.appendCodePoint(Character.toUpperCase(c));
            }
        }
        return signs.toString();
    }

    private static int[] decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().toArray();
    }

    private static String withoutApostrophes(String text) {
        StringBuilder rest = new StringBuilder();
        text.codePoints().filter(c -> !isApostrophe(c)).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    private static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }

    private static boolean isLetterOrNumber(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
