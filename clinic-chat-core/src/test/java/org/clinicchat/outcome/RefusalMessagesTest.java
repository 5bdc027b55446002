package org.clinicchat.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalMessagesTest {
    private static final Set<String> CODES =
            Arrays.stream(RefusalCode.values()).map(Enum::name).collect(Collectors.toSet());
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.ITALIAN);

    @Test
    @Tag("SAFE-6")
    void bothLanguagesHaveEveryReasonAndNothingElse() throws IOException {
        assertThat(messages("refusals.properties").keySet()).isEqualTo(CODES);
        assertThat(messages("refusals_it.properties").keySet()).isEqualTo(CODES);
    }

    @Test
    @Tag("SAFE-6")
    void theLanguagesAreNotTheSameText() throws IOException {
        Map<Object, Object> english = messages("refusals.properties");
        Map<Object, Object> italian = messages("refusals_it.properties");

        assertThat(CODES).allSatisfy(code -> assertThat(italian.get(code)).isNotEqualTo(english.get(code)));
    }

    @Test
    void bothLanguagesNameTheSameArguments() throws IOException {
        Map<Object, Object> english = messages("refusals.properties");
        Map<Object, Object> italian = messages("refusals_it.properties");

        for (String code : CODES) {
            assertThat(arguments(italian.get(code))).as(code).isEqualTo(arguments(english.get(code)));
        }
    }

    @ParameterizedTest
    @Tag("SAFE-6")
    @EnumSource
    void everyReasonIsASentenceInBothLanguages(RefusalCode code) {
        Refusal refusal = Refusal.of(code, new RefusalDetail.Limit(3, 4));

        for (Locale language : LANGUAGES) {
            assertThat(refusal.message(language))
                    .endsWith(".")
                    .doesNotContain("{", "}", "''", "�")
                    .hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT_TOO_LONG", "TOO_MANY_ATTACHMENTS", "SEARCH_TOO_LONG"})
    void limitsAreTold(RefusalCode code) {
        Refusal refusal = Refusal.of(code, new RefusalDetail.Limit(10_000, 12_345));

        assertThat(refusal.message(Locale.ENGLISH)).contains("10,000").contains("12,345");
        assertThat(refusal.message(Locale.ITALIAN)).contains("10.000").contains("12.345");
    }

    @Test
    void apostrophesStandOnce() {
        assertThat(Refusal.of(RefusalCode.NOT_FOUND).message(Locale.ITALIAN)).contains("c'è");
    }

    @Test
    void anyOtherLanguageIsToldInEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Refusal refusal = Refusal.of(RefusalCode.TEXT_TOO_LONG, new RefusalDetail.Limit(10_000, 12_345));
        try {
            Locale.setDefault(Locale.ITALY);
            String english = "The text has 12,345 characters; at most 10,000 are allowed.";
            assertThat(refusal.message(Locale.FRENCH)).isEqualTo(english);
            assertThat(refusal.message(Locale.ROOT)).isEqualTo(english);
            assertThat(refusal.message(Locale.UK)).isEqualTo(english);
            assertThat(refusal).hasToString("TEXT_TOO_LONG (CARE-5): " + english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyRegionThatSpeaksItalianIsToldInItalian() {
        String italian = Refusal.of(RefusalCode.CHAT_DISABLED).message(Locale.ITALIAN);

        assertThat(italian).startsWith("Chat disabilitata");
        assertThat(Refusal.of(RefusalCode.CHAT_DISABLED).message(Locale.forLanguageTag("it-CH")))
                .isEqualTo(italian);
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = Refusal.class.getResourceAsStream(file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    private static Set<Integer> arguments(Object pattern) {
        MessageFormat format = new MessageFormat((String) pattern, Locale.ROOT);
        int count = format.getFormatsByArgumentIndex().length;
        String shown = format.format(new Object[] {"<0>", "<1>", "<2>"});
        return Set.of(0, 1, 2).stream()
                .filter(i -> i < count && shown.contains("<" + i + ">"))
                .collect(Collectors.toSet());
    }
}
