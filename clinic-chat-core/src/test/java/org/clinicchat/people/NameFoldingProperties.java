package org.clinicchat.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class NameFoldingProperties {
    private static final PatientId ID = PatientId.of("p1");
    private static final String LETTERS = "abzABZéèàòùìÉÈÀÒÙÌçñüöäßẞøØåÅæÆœŒłŁđĐðÐþÞħĦıIiİşŞğĞŉﬁﬂσςΣάΆабвйЙІ'’ʼ´`-. ";

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars(LETTERS).ofMaxLength(20);
    }

    @Property
    @Tag("INBOX-4")
    void caseMakesNoDifference(@ForAll("names") String name) {
        assertThat(NameFolding.words(name.toUpperCase(Locale.ROOT))).isEqualTo(NameFolding.words(name));
        assertThat(NameFolding.words(name.toLowerCase(Locale.ROOT))).isEqualTo(NameFolding.words(name));
    }

    @Property
    @Tag("INBOX-4")
    void composedAndDecomposedAreTheSame(@ForAll("names") String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

        assertThat(NameFolding.words(composed)).isEqualTo(NameFolding.words(decomposed));
        assertThat(NameFolding.identifier(composed)).isEqualTo(NameFolding.identifier(decomposed));
    }

    @Property
    @Tag("INBOX-4")
    void foldingTwiceIsFoldingOnce(@ForAll("names") String name) {
        List<String> words = NameFolding.words(name);

        assertThat(NameFolding.words(String.join(" ", words))).isEqualTo(words);
        assertThat(NameFolding.identifier(NameFolding.identifier(name))).isEqualTo(NameFolding.identifier(name));
    }

    @Property
    @Tag("INBOX-4")
    void beginningsOfTheWordsInAnyOrderFindTheName(
            @ForAll("names") String given, @ForAll("names") String family, @ForAll Random random) {
        SearchKeys keys = SearchKeys.of(PatientProfile.of(ID, given, family));
        List<String> typed = new ArrayList<>();
        for (String word : keys.words()) {
            typed.add(word.substring(0, 1 + random.nextInt(word.length())));
        }
        Collections.shuffle(typed, random);

        SearchTerms terms = SearchTerms.of(String.join(" ", typed));

        assertThat(keys.match(terms)).isEqualTo(!typed.isEmpty());
    }

    @Property
    @Tag("INBOX-4")
    void whateverIsFoundByNameBeginsAWordOfIt(@ForAll("names") String name, @ForAll("names") String typed) {
        SearchTerms terms = SearchTerms.of(typed);
        SearchKeys keys = SearchKeys.of(PatientProfile.of(ID, name, ""));
        boolean expected = !terms.words().isEmpty();
        for (String prefix : terms.words()) {
            expected &= keys.words().stream().anyMatch(word -> word.startsWith(prefix));
        }

        assertThat(keys.match(terms)).isEqualTo(expected);
    }

    @Property
    @Tag("SAFE-6")
    void anyStringCanBeTyped(@ForAll String typed, @ForAll("names") String name) {
        SearchTerms terms = SearchTerms.of(typed);

        assertThat(terms.words()).noneMatch(String::isEmpty);
        assertThatCode(() -> SearchKeys.of(PatientProfile.of(ID, name, name)).match(terms))
                .doesNotThrowAnyException();
    }

    @Property
    @Tag("INBOX-4")
    void anyBeginningOfAnIdentifierFindsItsBearer(
            @ForAll @IntRange(min = 1, max = 16) int length, @ForAll boolean lower) {
        String codiceFiscale = "RSSMRA80A01H501U";
        SearchKeys keys = SearchKeys.of(PatientProfile.of(ID, "", "").with("urn:cf", codiceFiscale));
        String typed = codiceFiscale.substring(0, length);

        assertThat(keys.match(SearchTerms.of(lower ? typed.toLowerCase(Locale.ROOT) : typed)))
                .isTrue();
    }
}
