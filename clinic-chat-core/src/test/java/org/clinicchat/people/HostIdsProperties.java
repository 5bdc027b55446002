package org.clinicchat.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The ids of people, clinics and work groups: FHIR ids, made by the host. */
class HostIdsProperties {

    /** One kind of id: its factory, its parser and its value. */
    private record Kind<T>(
            String name,
            Function<String, T> of,
            Function<String, Optional<T>> parse,
            Function<T, String> value,
            boolean shown) {}

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("ClinicId", ClinicId::of, ClinicId::parse, ClinicId::value, true),
            new Kind<>("PractitionerId", PractitionerId::of, PractitionerId::parse, PractitionerId::value, false),
            new Kind<>("PatientId", PatientId::of, PatientId::parse, PatientId::value, false),
            new Kind<>("GuestId", GuestId::of, GuestId::parse, GuestId::value, false),
            new Kind<>("WorkGroupId", WorkGroupId::of, WorkGroupId::parse, WorkGroupId::value, true));

    @Provide
    Arbitrary<String> fhirIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("-.")
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    @Provide
    Arbitrary<String> malformed() {
        Arbitrary<String> hostile = Arbitraries.of(
                "", " ", "a b", "a\n", "è", "a_b", "a/b", "a'b", "٣", "ａ", "a\u0000", "a@b", "[", "`", "{", ":", ",");
        return Arbitraries.oneOf(
                hostile, fhirIds().map(id -> "a".repeat(64) + id), fhirIds().map(id -> id + "_"));
    }

    @Property
    void aWellFormedIdIsKept(@ForAll("fhirIds") String value) {
        KINDS.forEach(kind -> assertKept(kind, value));
    }

    @Example
    void theLimitsOfTheFormBelongToIt() {
        for (String value : List.of("a", "z", "A", "Z", "0", "9", "-", ".", "x".repeat(64))) {
            KINDS.forEach(kind -> assertKept(kind, value));
        }
    }

    @Property
    @Tag("SAFE-6")
    void aMalformedIdIsNoIdAndThrowsWithoutNamingItself(@ForAll("malformed") String value) {
        KINDS.forEach(kind -> assertRefused(kind, value));
    }

    @Property
    @Tag("SAFE-6")
    void anyStringCanBeParsed(@ForAll String value) {
        boolean fits = value.matches("[A-Za-z0-9.-]{1,64}");

        for (Kind<?> kind : KINDS) {
            assertThat(kind.parse().apply(value).isPresent()).isEqualTo(fits);
        }
    }

    @Example
    void upperAndLowerCaseAreDifferentIds() {
        for (Kind<?> kind : KINDS) {
            assertThat((Object) kind.of().apply("a")).isNotEqualTo(kind.of().apply("A"));
        }
    }

    private static <T> void assertKept(Kind<T> kind, String value) {
        T id = kind.of().apply(value);

        assertThat(kind.value().apply(id)).isEqualTo(value);
        assertThat(kind.parse().apply(value)).contains(id);
        assertThat(id).hasToString(kind.shown() ? value : kind.name() + "[hidden]");
    }

    private static <T> void assertRefused(Kind<T> kind, String value) {
        assertThat(kind.parse().apply(value)).isEmpty();
        assertThatThrownBy(() -> kind.of().apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(kind.name() + " must be 1 to 64 of [A-Za-z0-9.-]");
    }
}
