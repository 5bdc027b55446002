package org.clinicchat.examples.quickstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void printsUtf8WhateverThePlatformHas() {
        Recorded recorded = Recorded.piped();
        recorded.terminal().line("Nicolò Ștefănescu 😀");
        recorded.terminal().error("Qui non c'è nulla");
        assertThat(recorded.out()).isEqualTo("Nicolò Ștefănescu 😀\n");
        assertThat(recorded.err()).isEqualTo("Qui non c'è nulla\n");
    }

    @ParameterizedTest
    @CsvSource({"xterm-256color, '', true", "xterm-256color, 1, false", "dumb, '', false"})
    void colours(String kind, String noColor, boolean wanted) {
        assertThat(Terminal.wantsColours(Map.of("TERM", kind, "NO_COLOR", noColor)))
                .isEqualTo(wanted);
    }

    @Test
    void noColoursWhereNobodySaysWhatTerminalItIs() {
        assertThat(Terminal.wantsColours(Map.of())).isFalse();
    }

    @Test
    void stylesAreForColouredTerminalsAlone() {
        assertThat(Recorded.piped().terminal().styled(Style.REFUSAL, "no")).isEqualTo("no");
        assertThat(Recorded.watched("").terminal().styled(Style.REFUSAL, "no")).isEqualTo("\u001b[33mno\u001b[0m");
        assertThat(Recorded.watched("").terminal().styled(Style.PLAIN, "yes")).isEqualTo("yes");
    }

    @Test
    void progressTakesThePlaceOfWhatItShowedBefore() {
        Recorded recorded = Recorded.watched("");
        recorded.terminal().progress("9 of 10");
        recorded.terminal().progress("all");
        recorded.terminal().progress("");
        assertThat(recorded.out()).isEqualTo("\r9 of 10\rall    \r   \r");
    }

    @Test
    void progressIsForWatchersAlone() {
        Recorded recorded = Recorded.piped();
        recorded.terminal().progress("9 of 10");
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void waitsForEnterAndTakesNoMore() throws IOException {
        Recorded recorded = Recorded.watched("go on\nand on\n");
        recorded.terminal().waitForEnter();
        assertThat(recorded.notYetTyped()).isEqualTo("and on\n");
    }

    @Test
    void doesNotWaitWhereNobodyWatchesOrTypes() {
        Recorded piped = Recorded.piped();
        piped.terminal().waitForEnter();
        assertThat(piped.out()).isEmpty();
        Recorded endOfInput = Recorded.watched("");
        endOfInput.terminal().waitForEnter();
        assertThat(endOfInput.out()).contains("Enter");
    }
}
