package org.clinicchat.examples.quickstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void wrapsBetweenWordsAndKeepsLineBreaks() {
        assertThat(Layout.wrap("one two three\nfour", 7)).containsExactly("one two", "three", "four");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(Layout.wrap("a pneumonoultramicroscopic b", 5))
                .containsExactly("a", "pneumonoultramicroscopic", "b");
    }

    @Test
    void keepsAnEmptyLine() {
        assertThat(Layout.wrap("one\n\ntwo", 10)).containsExactly("one", "", "two");
    }

    @Test
    void countsCodePointsAndNotUnits() {
        assertThat(Layout.left("😀😀", 3)).isEqualTo("😀😀 ");
        assertThat(Layout.right("😀😀", 3)).isEqualTo(" 😀😀");
        assertThat(Layout.cut("😀😀😀", 2)).isEqualTo("😀…");
    }

    @Test
    void showsNothingThatCouldSteerATerminal() {
        assertThat(Layout.printable("a\u001b[31m\nb\u202e\ud800è😀")).isEqualTo("a\ufffd[31m\ufffdb\ufffd\ufffdè😀");
    }

    @Test
    void rulesThePage() {
        assertThat(Layout.rule("── è ")).startsWith("── è ─").hasSize(Layout.WIDTH);
    }
}
