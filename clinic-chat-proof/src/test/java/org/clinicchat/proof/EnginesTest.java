package org.clinicchat.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnginesTest {
    @Test
    void jupiterRuns() {
        assertThat(EnginesTest.class.getModule().isNamed()).isFalse();
    }
}
