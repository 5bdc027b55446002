package org.clinicchat.testkit.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form in which a text may lie in bytes, and those in which it cannot be found. */
class FormsTest {

    private final Marks marks = new Marks();
    private final Findings findings = new Findings();
    private final Search search = new Search("here", marks, findings);
    private final String text = marks.conceived(1);

    /** How a text may be written. */
    private record Form(String name, Function<String, byte[]> written) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form("UTF-8", text -> text.getBytes(UTF_8)),
                new Form("Latin-1", text -> ("caff\u00e8 " + text).getBytes(ISO_8859_1)),
                new Form("UTF-16LE", text -> text.getBytes(UTF_16LE)),
                new Form("UTF-16BE", text -> text.getBytes(UTF_16BE)),
                new Form("UTF-32LE", text -> text.getBytes(Charset.forName("UTF-32LE"))),
                new Form("UTF-32BE", text -> text.getBytes(Charset.forName("UTF-32BE"))),
                new Form("upper case", text -> text.toUpperCase(Locale.ROOT).getBytes(UTF_8)),
                new Form(
                        "percent signs",
                        text -> URLEncoder.encode("\u00e8 & " + text + "?", UTF_8)
                                .getBytes(UTF_8)),
                new Form("JSON", text -> ("{\"text\":\"\\u00e8\\n" + text + "\\\"\"}").getBytes(UTF_8)),
                new Form("Base64", text -> Base64.getEncoder().encode(text.getBytes(UTF_8))),
                new Form("Base64 for addresses", text -> Base64.getUrlEncoder().encode(("??>" + text).getBytes(UTF_8))),
                new Form("Base64 in UTF-16", text -> base64(text).getBytes(UTF_16LE)),
                new Form(
                        "hexadecimal",
                        text -> HexFormat.of().formatHex(text.getBytes(UTF_8)).getBytes(UTF_8)),
                new Form(
                        "HEXADECIMAL",
                        text -> HexFormat.of()
                                .withUpperCase()
                                .formatHex(text.getBytes(UTF_8))
                                .getBytes(UTF_16BE)),
                new Form("its beginning", text -> text.substring(0, 15).getBytes(UTF_8)),
                new Form("its end", text -> text.substring(text.length() - 15).getBytes(UTF_16LE)));
    }

    /** At every offset, since Base64, UTF-16 and UTF-32 look different from where they begin, and so may our reading. */
    @ParameterizedTest
    @MethodSource("forms")
    void isFoundAtEveryOffset(Form form) {
        for (int before = 0; before < 40; before++) {
            Findings here = new Findings();
            byte[] written = form.written().apply("a".repeat(before) + text + "zz");
            if (!form.name().startsWith("its")) {
                new Search("here", marks, here).bytes("bytes", written);
                assertThat(here.has(new Mark(1))).as("%d before", before).isTrue();
            }
        }
        search.bytes("bytes", form.written().apply(text));
        assertThat(findings.traces()).extracting(Trace::mark).containsOnly(new Mark(1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isFoundWhereverThePiecesMeet(Form form) throws IOException {
        byte[] written = form.written().apply(text);
        for (int cut = 1; cut < written.length; cut++) {
            Findings here = new Findings();
            var first = new ByteArrayInputStream(written, 0, cut);
            var second = new ByteArrayInputStream(written, cut, written.length - cut);
            new Search("here", marks, here).bytes("bytes", new SequenceInputStream(first, second));
            assertThat(here.traces()).as("cut at %d", cut).hasSize(1);
        }
    }

    @Test
    void isFoundWhereBuffersMeet() throws IOException {
        for (int shift = -40; shift <= 0; shift++) {
            byte[] bytes = new byte[(1 << 20) + 100];
            byte[] written = text.getBytes(UTF_8);
            System.arraycopy(written, 0, bytes, (1 << 20) + shift, written.length);
            Findings here = new Findings();
            new Search("here", marks, here).bytes("bytes", new ByteArrayInputStream(bytes));
            assertThat(here.traces()).extracting(Trace::where).containsExactly("bytes at byte " + ((1 << 20) + shift));
        }
    }

    @Test
    void manyTextsAreToldApart() {
        List<String> texts =
                IntStream.rangeClosed(2, 300).mapToObj(marks::conceived).toList();
        search.text("many", String.join("", texts));
        for (int i = 2; i <= 300; i++) {
            assertThat(findings.has(new Mark(i))).isTrue();
        }
        assertThat(findings.has(new Mark(1))).isFalse();
    }

    @Test
    void aTextThatStandsTwiceIsFoundTwice() {
        search.bytes("twice", (text + " and " + " ".repeat(40) + text).getBytes(UTF_16LE));
        assertThat(findings.traces())
                .extracting(Trace::where)
                .containsExactly("twice at byte 0", "twice at byte " + 2 * (32 + 5 + 40));
    }

    @Test
    void whatIsNearlyTheTextIsNot() {
        String other = marks.conceived(2);
        search.text("seven letters of each block", text.replaceAll("(.{7}).", "$1-"));
        search.text("backwards", new StringBuilder(text).reverse());
        assertThat(findings.traces()).isEmpty();
        search.text("the other", other);
        assertThat(findings.traces()).extracting(Trace::mark).containsExactly(new Mark(2));
    }

    @Test
    void aSpotWithTheTextInItsNameIsNotRepeated() {
        search.text("a file called " + text, text);
        assertThat(findings.traces()).singleElement().asString().doesNotContain(text.substring(0, 8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
