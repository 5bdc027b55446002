package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;

class PreviewProperties {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "è", "🙂", "𠮷", "\n", "\r", "\r\n", " ", "word ")
                .list()
                .ofMinSize(0)
                .ofMaxSize(260)
                .map(parts -> String.join("", parts));
    }

    @Property
    @Tag("INBOX-2")
    void aPreviewIsTheBeginningInOneLine(@ForAll("texts") String text) {
        String preview = preview(text);
        int[] codePoints = text.codePoints().limit(120).toArray();
        String start = new String(codePoints, 0, codePoints.length);

        assertThat(preview).isEqualTo(start.replaceAll("\r\n|\n|\r", " "));
        assertThat(preview).doesNotContain("\n", "\r");
        assertThat(preview.codePointCount(0, preview.length())).isLessThanOrEqualTo(Preview.MOST_CODE_POINTS);
        assertThat(preview.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    @Example
    @Tag("INBOX-2")
    void aPairIsNeverSplit() {
        String most = "🙂".repeat(120);

        assertThat(preview("x".repeat(119) + "🙂" + "tail")).isEqualTo("x".repeat(119) + "🙂");
        assertThat(preview(most)).isEqualTo(most);
        assertThat(preview(most + "🙂")).isEqualTo(most);
        assertThat(preview("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(preview("x".repeat(121))).isEqualTo("x".repeat(120));
    }

    @Example
    @Tag("INBOX-2")
    void aPreviewSaysWhoWroteWhatAndHowManyFiles() {
        Draft draft = Scene.draft("").attaching(AttachmentRef.of("f1"), AttachmentRef.of("f2"));
        Decision<?> sent = CareDecisions.send(Scene.of(Scene.AS_SUBSTITUTE).facts(), draft, Scene.FRESH)
                .orThrow();
        Message message = ((Change.MessageAppended) List.copyOf(sent.changes()).get(0)).message();

        assertThat(Preview.of(message)).isEqualTo(new Preview(message.authorship(), MessageKind.HUMAN, "", 2));
        assertThat(Preview.of(message)).hasToString("Preview[HUMAN]");
    }

    private static String preview(String text) {
        return Preview.of(Scene.message(1, Scene.AS_PATIENT, MessageKind.HUMAN, text))
                .text();
    }
}
