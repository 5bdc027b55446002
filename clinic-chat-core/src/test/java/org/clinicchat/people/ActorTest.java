package org.clinicchat.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static final ClinicId CLINIC = ClinicId.of("north");
    private static final ClinicId ELSEWHERE = ClinicId.of("south");
    private static final PractitionerId DOCTOR = PractitionerId.of("x");
    private static final PractitionerId COLLEAGUE = PractitionerId.of("y");

    @Test
    @Tag("SAFE-1")
    void anActorSaysWhoAsksWhereAndForWhom() {
        Actor substitute = Actor.substitute(CLINIC, DOCTOR, COLLEAGUE);

        assertThat(substitute.clinic()).isEqualTo(CLINIC);
        assertThat(substitute.self()).isEqualTo(PersonRef.of(DOCTOR));
        assertThat(substitute.onBehalfOf()).contains(PersonRef.of(COLLEAGUE));
        assertThat(Actor.practitioner(CLINIC, DOCTOR).onBehalfOf()).isEmpty();
        assertThat(Actor.patient(CLINIC, PatientId.of("x")).self()).isEqualTo(new PersonRef(Role.PATIENT, "x"));
        assertThat(Actor.guest(CLINIC, GuestId.of("x")).self()).isEqualTo(new PersonRef(Role.GUEST, "x"));
        assertThat(Actor.host(CLINIC).self()).isEqualTo(PersonRef.HOST);
    }

    @Test
    @Tag("SAFE-1")
    void oneIdInTwoRolesOrClinicsIsTwoActors() {
        List<Actor> all = List.of(
                Actor.practitioner(CLINIC, DOCTOR),
                Actor.practitioner(ELSEWHERE, DOCTOR),
                Actor.practitioner(CLINIC, COLLEAGUE),
                Actor.substitute(CLINIC, DOCTOR, COLLEAGUE),
                Actor.patient(CLINIC, PatientId.of("x")),
                Actor.guest(CLINIC, GuestId.of("x")),
                Actor.host(CLINIC));

        assertThat(all).doesNotHaveDuplicates();
        assertThat(all).extracting(Actor::hashCode).doesNotHaveDuplicates();
        assertThat(Actor.practitioner(CLINIC, DOCTOR)).isNotEqualTo(DOCTOR);
        assertThat(Actor.substitute(CLINIC, DOCTOR, COLLEAGUE))
                .isEqualTo(Actor.substitute(CLINIC, DOCTOR, COLLEAGUE))
                .hasSameHashCodeAs(Actor.substitute(CLINIC, DOCTOR, COLLEAGUE));
    }

    @Test
    void onlyOwnersAndSubstitutesArePractitioners() {
        assertThat(Actor.practitioner(CLINIC, DOCTOR).isPractitioner()).isTrue();
        assertThat(Actor.substitute(CLINIC, DOCTOR, COLLEAGUE).isPractitioner()).isTrue();
        assertThat(Actor.patient(CLINIC, PatientId.of("x")).isPractitioner()).isFalse();
        assertThat(Actor.guest(CLINIC, GuestId.of("x")).isPractitioner()).isFalse();
        assertThat(Actor.host(CLINIC).isPractitioner()).isFalse();
    }

    @Test
    @Tag("SAFE-6")
    void anActorWithoutAClinicIsAMistakeAtOnce() {
        assertThatThrownBy(() -> Actor.practitioner(null, DOCTOR)).isInstanceOf(NullPointerException.class);
    }

    @Test
    @Tag("SAFE-5")
    void anActorShowsHisRoleAlone() {
        assertThat(Actor.substitute(CLINIC, DOCTOR, COLLEAGUE)).hasToString("substitute in north");
        assertThat(Actor.practitioner(CLINIC, DOCTOR)).hasToString("PRACTITIONER in north");
        assertThat(Actor.host(CLINIC)).hasToString("HOST in north");
    }
}
