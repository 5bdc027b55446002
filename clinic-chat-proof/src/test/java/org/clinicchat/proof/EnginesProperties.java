package org.clinicchat.proof;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EnginesProperties {
    @Property
    void jqwikRuns(@ForAll String text) {
        assertThat(new StringBuilder(text).reverse().reverse()).hasToString(text);
    }
}
