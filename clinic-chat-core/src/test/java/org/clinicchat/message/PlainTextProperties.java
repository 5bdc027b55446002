package org.clinicchat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;

class PlainTextProperties {
    private static final int MOST = 10_000;

    /** Real Unicode without control characters; line breaks are kept. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .withChars('\n', '\r')
                .ofMaxLength(30)
                .map(text -> text.replace("x", "🙂").replace("y", "𠮷"));
    }

    @Provide
    Arbitrary<Integer> controls() {
        return Arbitraries.integers().between(0, 0x9f).filter(c -> (c < ' ' || c >= 0x7f) && c != '\n' && c != '\r');
    }

    @Provide
    Arbitrary<Integer> surrogates() {
        return Arbitraries.integers().between(0xd800, 0xdfff).edgeCases(edges -> edges.add(0xd800, 0xdbff, 0xdc00));
    }

    @Property
    @Tag("CARE-5")
    void realTextIsKeptWithItsLineBreaks(@ForAll("texts") String text) {
        assertThat(PlainText.whyNot(text, MOST)).isEmpty();
    }

    @Property
    @Tag("CARE-5")
    void anyControlCharacterIsRefusedWhereItStands(
            @ForAll("texts") String before, @ForAll("controls") int control, @ForAll String after) {
        String text = before + (char) control + after;

        assertThat(PlainText.whyNot(text, MOST))
                .contains(refusal(RefusalCode.CONTROL_CHARACTER, before.length(), control));
    }

    @Property
    @Tag("SAFE-6")
    void halfACharacterIsRefusedWhereItStands(@ForAll("texts") String before, @ForAll("surrogates") int half) {
        String text = before + (char) half + "z";

        assertThat(PlainText.whyNot(text, MOST)).contains(refusal(RefusalCode.TEXT_NOT_UNICODE, before.length(), half));
    }

    @Property
    @Tag("SAFE-6")
    void whatIsKeptSurvivesUtf8AndNothingElseIsRefused(@ForAll String text) {
        boolean survives = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        boolean controls = text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');

        assertThat(PlainText.whyNot(text, MOST).isEmpty()).isEqualTo(survives && !controls);
    }

    @Property
    @Tag("CARE-5")
    void theLimitCountsCodePoints(@ForAll @IntRange(min = 1, max = 40) int length, @ForAll boolean wide) {
        String text = (wide ? "🙂" : "è").repeat(length);

        assertThat(PlainText.whyNot(text, length)).isEmpty();
        assertThat(PlainText.whyNot(text + "z", length))
                .contains(Refusal.of(RefusalCode.TEXT_TOO_LONG, new RefusalDetail.Limit(length, length + 1)));
    }

    @Example
    @Tag("CARE-5")
    void tooLongComesBeforeWhatIsInIt() {
        assertThat(PlainText.whyNot("ab\u0000", 2).map(Refusal::code)).contains(RefusalCode.TEXT_TOO_LONG);
    }

    @Property
    @Tag("CARE-5")
    void blankIsWhatNobodyCanSee(@ForAll("blanks") String blank, @ForAll("visible") String visible) {
        assertThat(PlainText.isBlank(blank)).isTrue();
        assertThat(PlainText.isBlank(blank + visible)).isFalse();
        assertThat(PlainText.isBlank(visible + blank)).isFalse();
    }

    @Provide
    Arbitrary<String> blanks() {
        // No-break spaces are no white space to Java; the zero-width ones and the tags are format characters.
        List<String> invisible = List.of(
                " ",
                "\n",
                "\r",
                "\t",
                "\u00a0",
                "\u2007",
                "\u202f",
                "\u3000",
                "\u2028",
                "\u200b",
                "\u200d",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u202e",
                "\u2003",
                "\udb40\udc20");
        return Arbitraries.of(invisible).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> visible() {
        return Arbitraries.of("a", ".", "è", "🙂", "𠮷", "\u0000", "0", "-", "\ud83d");
    }

    private static Refusal refusal(RefusalCode code, int index, int codePoint) {
        return Refusal.of(code, new RefusalDetail.Position(index, codePoint));
    }

    @Example
    @Tag("CARE-5")
    void theBordersOfTheControlCharacters() {
        assertThat(codes("\u001f", "\u007f", "\u0080", "\u009f", "\t", "\u0085"))
                .containsOnly(Optional.of(RefusalCode.CONTROL_CHARACTER));
        assertThat(codes(" ", "~", "\u00a0", "\n", "\r", "\r\n", "\u2028", "\ufffd", "\uffff", "\ue000", "\ud7ff"))
                .containsOnly(Optional.empty());
        assertThat(codes("\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"))
                .containsOnly(Optional.of(RefusalCode.TEXT_NOT_UNICODE));
    }

    private static List<Optional<RefusalCode>> codes(String... texts) {
        return List.of(texts).stream()
                .map(text -> PlainText.whyNot(text, MOST).map(Refusal::code))
                .toList();
    }
}
