package org.clinicchat.examples.quickstart.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void aLineSaysWhenWhoForWhomAndToWhom() {
        Script script =
                Script.parse(List.of("# a remark", "", "== noon", "13:06 bianchi for rossi to nicolo: Hello: you"));
        assertThat(script.part("noon"))
                .containsExactly(
                        new Script.Line(LocalTime.of(13, 6), "bianchi", Optional.of("rossi"), "nicolo", "Hello: you"));
    }

    @Test
    void aLineThatIsSetInGoesOn() {
        Script script = Script.parse(List.of("== noon", "13:10 nicolo to rossi: one", "  two", "  three"));
        assertThat(script.part("noon").get(0).text()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatIsNoLineIsSaid() {
        assertThatThrownBy(() -> Script.parse(List.of("== noon", "nicolo: when?")))
                .hasMessageContaining("nicolo: when?");
        assertThatThrownBy(() -> Script.load().part("midnight")).hasMessageContaining("midnight");
    }

    @Test
    void timeGoesForwards() {
        var times = Script.load().parts().values().stream()
                .flatMap(List::stream)
                .map(Script.Line::time)
                .toList();
        assertThat(times).isSorted();
    }
}
