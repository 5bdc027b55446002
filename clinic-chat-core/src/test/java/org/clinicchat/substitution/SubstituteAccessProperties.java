package org.clinicchat.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class SubstituteAccessProperties {
    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(-3, 3).map(micros -> START.plus(micros, ChronoUnit.MICROS));
    }

    @Provide
    Arbitrary<SubstituteAccess> accesses() {
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        moments().optional(),
                        moments().optional())
                .as(SubstituteAccess::new);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("SUB-1")
    void allConditionsAreNeeded(
            @ForAll("accesses") SubstituteAccess access, @ForAll boolean shares, @ForAll("moments") Instant now) {
        boolean begun = access.from().map(from -> from.compareTo(now) <= 0).orElse(true);
        boolean over = access.until().map(until -> until.compareTo(now) <= 0).orElse(false);

        assertThat(access.isOpenAt(now)).isEqualTo(access.visible() && begun && !over);
        assertThat(access.allows(shares, now)).isEqualTo(shares && access.visible() && begun && !over);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("SUB-1")
    void anEmptyPeriodIsOpenAtNoMoment(@ForAll("accesses") SubstituteAccess access, @ForAll("moments") Instant now) {
        assertThat(access.isEmpty() && access.isOpenAt(now)).isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("SUB-1")
    void aPeriodThatIsNotEmptyIsOpenAtItsBeginning(@ForAll("moments") Instant from, @ForAll("moments") Instant until) {
        SubstituteAccess access = new SubstituteAccess(true, Optional.of(from), Optional.of(until));

        assertThat(access.isOpenAt(from)).isEqualTo(!access.isEmpty());
    }

    @Example
    @Tag("SUB-1")
    void thePeriodIsHalfOpenToTheMicrosecond() {
        Instant end = START.plus(7, ChronoUnit.DAYS);
        SubstituteAccess week = new SubstituteAccess(true, Optional.of(START), Optional.of(end));

        assertThat(week.isOpenAt(START.minus(1, ChronoUnit.MICROS))).isFalse();
        assertThat(week.isOpenAt(START)).isTrue();
        assertThat(week.isOpenAt(end.minus(1, ChronoUnit.MICROS))).isTrue();
        assertThat(week.isOpenAt(end)).isFalse();
        assertThat(week.isEmpty()).isFalse();
    }

    @Example
    @Tag("SUB-1")
    void withoutAPeriodItIsOpenAlwaysOrNever() {
        SubstituteAccess always = new SubstituteAccess(true, Optional.empty(), Optional.empty());

        assertThat(always.isOpenAt(Instant.MIN)).isTrue();
        assertThat(always.isOpenAt(Instant.MAX)).isTrue();
        assertThat(always.isEmpty()).isFalse();
        assertThat(SubstituteAccess.OFF.isOpenAt(START)).isFalse();
        assertThat(SubstituteAccess.OFF.isEmpty()).isFalse();
    }

    @Example
    void aBeginningAndAnEndAreNeverNull() {
        assertThatThrownBy(() -> new SubstituteAccess(true, null, Optional.empty()))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new SubstituteAccess(true, Optional.empty(), null))
                .isInstanceOf(NullPointerException.class);
    }
}
