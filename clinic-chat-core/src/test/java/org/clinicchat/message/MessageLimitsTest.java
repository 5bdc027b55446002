package org.clinicchat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {
    private static final MessageLimits LIMITS = new MessageLimits(5, 2);
    private static final AttachmentRef FILE = AttachmentRef.of("f1");

    @Test
    @Tag("CARE-5")
    void theRulebooksLimits() {
        assertThat(MessageLimits.defaults()).isEqualTo(new MessageLimits(10_000, 5));
    }

    @Test
    @Tag("CARE-5")
    void aMessageHasATextOrAnAttachmentOrBoth() {
        assertThat(LIMITS.whyNot("a", List.of())).isEmpty();
        assertThat(LIMITS.whyNot("", List.of(FILE))).isEmpty();
        assertThat(LIMITS.whyNot(" ", List.of(FILE))).isEmpty();
        assertThat(LIMITS.whyNot("a", List.of(FILE, FILE))).isEmpty();
        assertThat(LIMITS.whyNot("", List.of())).contains(Refusal.of(RefusalCode.MESSAGE_EMPTY));
        assertThat(LIMITS.whyNot(" \u200b\n", List.of())).contains(Refusal.of(RefusalCode.MESSAGE_EMPTY));
    }

    @Test
    @Tag("CARE-5")
    void theTextOfAnAttachmentIsTextToo() {
        assertThat(code("abcdef", List.of(FILE))).contains(RefusalCode.TEXT_TOO_LONG);
        assertThat(code("\t", List.of(FILE))).contains(RefusalCode.CONTROL_CHARACTER);
        assertThat(code("\ud83d", List.of(FILE))).contains(RefusalCode.TEXT_NOT_UNICODE);
    }

    @Test
    @Tag("SAFE-6")
    void tooManyFilesAreRefusedWithBothNumbers() {
        assertThat(LIMITS.whyNot("", Collections.nCopies(3, FILE)))
                .contains(Refusal.of(RefusalCode.TOO_MANY_ATTACHMENTS, new RefusalDetail.Limit(2, 3)));
    }

    @Test
    @Tag("SAFE-6")
    void aMalformedFileIsRefusedWhereverItStands() {
        assertThat(code("", List.of(FILE, AttachmentRef.of("../x")))).contains(RefusalCode.MALFORMED_ATTACHMENT);
        assertThat(code("", List.of(AttachmentRef.of(""), FILE))).contains(RefusalCode.MALFORMED_ATTACHMENT);
    }

    @Test
    @Tag("SAFE-1")
    void theFirstReasonIsTheTextsThenTheNumberOfFilesThenTheirIds() {
        List<AttachmentRef> three = Collections.nCopies(3, AttachmentRef.of("?"));

        assertThat(code("\u0000", three)).contains(RefusalCode.CONTROL_CHARACTER);
        assertThat(code("a", three)).contains(RefusalCode.TOO_MANY_ATTACHMENTS);
        assertThat(code("a", three.subList(0, 2))).contains(RefusalCode.MALFORMED_ATTACHMENT);
    }

    @Test
    void limitsAllowSomething() {
        assertThat(new MessageLimits(1, 0).maxAttachments()).isZero();
        assertThatThrownBy(() -> new MessageLimits(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageLimits(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<RefusalCode> code(String text, List<AttachmentRef> files) {
        return LIMITS.whyNot(text, files).map(Refusal::code);
    }
}
