package org.clinicchat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

/** Places and revisions as they come back from a browser. */
class PlacesProperties {

    private static final long MOST = 999_999_999_999_999_999L;

    @Property
    @Tag("SAFE-6")
    void whatWasGivenOutComesBack(@ForAll @LongRange(max = MOST) long value) {
        MessageSeq seq = MessageSeq.of(value);
        Revision revision = Revision.of(value);
        assertThat(MessageSeq.parse(seq.toString())).contains(seq);
        assertThat(Revision.parse(revision.toString())).contains(revision);
    }

    @Example
    @Tag("SAFE-6")
    void whatIsNoPlaceIsNone() {
        for (String strange : List.of(
                "",
                " ",
                "-1",
                "+1",
                "1 ",
                "0x1",
                "1.0",
                "1e3",
                "null",
                "/",
                ":",
                "\u0661",
                "9".repeat(19),
                "0".repeat(99))) {
            assertThat(MessageSeq.parse(strange)).as(strange).isEmpty();
            assertThat(Revision.parse(strange)).as(strange).isEmpty();
        }
        assertThat(MessageSeq.parse("007")).contains(MessageSeq.of(7));
    }

    @Property
    @Tag("SAFE-6")
    void noStringThrows(@ForAll String any) {
        assertThat(MessageSeq.parse(any).map(MessageSeq::value))
                .isEqualTo(Revision.parse(any).map(Revision::value));
    }
}
