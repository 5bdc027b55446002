package org.clinicchat.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {
    private static final PatientId ID = PatientId.of("p1");

    @Tag("INBOX-4")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "D'Amico | damico",
                "D'Amico | D’AMICO",
                "D’Amico | d'am",
                "DʼAmico | damico",
                "D´Amico | damico",
                "D`Amico | damico",
                "D′Amico | damico",
                "D＇Amico | damico",
                "Damico | d'amico",
                "ŉdiaye | ndiaye",
                "Nicolò | nicolo",
                "Nicolo\u0300 | nicolò",
                "Nicolò | NICOLO\u0300",
                "Nicolo | nicolò",
                "Weiß | weiss",
                "Weiss | weiß",
                "WEIẞ | weiß",
                "Sørensen | sorensen",
                "SØRENSEN | sørensen",
                "Łukasz | lukasz",
                "Đorđe | dorde",
                "Guðrún | gudrun",
                "Þór | thor",
                "Æneas | aeneas",
                "Cœur | coeur",
                "Ħal | hal",
                "ﬁore | fiore",
                "Fiore | ﬁo",
                "Işık | isik",
                "IŞIK | ışık",
                "İnci | inci",
                "Inci | İNCİ",
                "Ångström | angstrom",
                "Nguyễn | nguyen",
                "Ｍａｒｉｏ | mario",
                "Σοφοσα | ΣΟΦΟΣ",
                "ΣΟΦΟΣ | σοφοσ",
                "Ἀλέξανδρος | αλεξανδροσ",
                "Йосип | ИОСИП",
                "Anna-Maria | maria",
                "Anna-Maria | anna maria",
                "Anna Maria | MARIA-ANNA",
                "van der Berg | der",
                "Giovanni 2° | 2",
            })
    void theSearchFinds(String familyName, String typed) {
        assertThat(keys("", familyName).match(SearchTerms.of(typed))).isTrue();
        assertThat(keys(familyName, "").match(SearchTerms.of(typed))).isTrue();
    }

    @Tag("INBOX-4")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D'Amico | amico",
                "Rossi | rossini",
                "Rossi | ossi",
                "Rossi | rossi x",
                "Rossi | mario rossi",
                "Weiß | weiz",
                "Rossi | -",
                "Rossi | ''''",
                "Rossi | 🙂",
            })
    void theSearchPassesOver(String familyName, String typed) {
        assertThat(keys("", familyName).match(SearchTerms.of(typed))).isFalse();
    }

    @Test
    @Tag("INBOX-4")
    void everyTypedWordMustBeginSomeWordOfTheName() {
        SearchKeys keys = keys("Anna Maria", "De Rossi");

        assertThat(List.of("ann", "ROS an", "maria de", "de rossi anna maria", "rossi, anna"))
                .allSatisfy(
                        typed -> assertThat(keys.match(SearchTerms.of(typed))).isTrue());
        assertThat(List.of("ann bianchi", "annarossi", "mariarossi", ""))
                .allSatisfy(
                        typed -> assertThat(keys.match(SearchTerms.of(typed))).isFalse());
    }

    @Test
    @Tag("INBOX-4")
    void identifiersAreFoundByTheirBeginningHoweverTheyAreWritten() {
        SearchKeys keys = SearchKeys.of(PatientProfile.of(ID, "Mario", "Rossi")
                .with(PersonIdentifier.CODICE_FISCALE, "RSS MRA-80a01.H501U")
                .with("urn:local", "..."));

        assertThat(keys.identifiers()).containsExactly("RSSMRA80A01H501U");
        assertThat(List.of("RSSMRA80A01H501U", "rss mra 80", "RSS-MRA", "ＲＳＳmra"))
                .allSatisfy(
                        typed -> assertThat(keys.match(SearchTerms.of(typed))).isTrue());
        assertThat(List.of("MRA80", "RSSMRA80A01H501UX", "..."))
                .allSatisfy(
                        typed -> assertThat(keys.match(SearchTerms.of(typed))).isFalse());
    }

    @Test
    @Tag("INBOX-4")
    void oneFullMatchIsEnoughByNameOrByIdentifier() {
        SearchKeys keys =
                SearchKeys.of(PatientProfile.of(ID, "Mario", "Rossi").with(PersonIdentifier.CODICE_FISCALE, "XYZ1"));

        assertThat(keys.match(SearchTerms.of("rossi"))).isTrue();
        assertThat(keys.match(SearchTerms.of("xyz"))).isTrue();
        assertThat(keys.match(SearchTerms.of("rossi xyz"))).isFalse();
    }

    @Test
    @Tag("INBOX-6")
    void whoHasNoIdentifierIsFoundByNameAlone() {
        SearchKeys keys = keys("Mario", "Rossi");

        assertThat(keys.identifiers()).isEmpty();
        assertThat(keys.match(SearchTerms.of("mario"))).isTrue();
        assertThat(keys.match(SearchTerms.of("RSSMRA80A01H501U"))).isFalse();
    }

    @Test
    @Tag("INBOX-4")
    void aNameWithoutLettersIsNeverFound() {
        SearchKeys keys = keys("", " -'- ");

        assertThat(keys.words()).isEmpty();
        assertThat(keys.match(SearchTerms.of(""))).isFalse();
        assertThat(keys.match(SearchTerms.of("-"))).isFalse();
    }

    @Test
    void aRepeatedWordIsKeptOnce() {
        assertThat(keys("Anna", "ANNA Rossi").words()).containsExactly("anna", "rossi");
    }

    @Test
    @Tag("SAFE-5")
    void neitherKeysNorTermsShowWhatTheyFind() {
        assertThat(keys("Anna", "Rossi")).hasToString("SearchKeys[hidden]");
        assertThat(SearchTerms.of("rossi")).hasToString("SearchTerms[hidden]");
    }

    private static SearchKeys keys(String givenName, String familyName) {
        return SearchKeys.of(PatientProfile.of(ID, givenName, familyName));
    }
}
