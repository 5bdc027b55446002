package org.clinicchat.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, identifiers, references and work groups. */
class PeopleTest {
    private static final PatientId ID = PatientId.of("p1");

    @Test
    @Tag("INBOX-6")
    void aProfileNeedsNoIdentifier() {
        PatientProfile profile = PatientProfile.of(ID, "Anna", "Verdi");

        assertThat(profile.identifiers()).isEmpty();
        assertThat(profile.givenName()).isEqualTo("Anna");
        assertThat(profile.familyName()).isEqualTo("Verdi");
    }

    @Test
    void identifiersKeepTheirOrder() {
        PatientProfile profile = PatientProfile.of(ID, "", "").with("b", "1").with("a", "2");

        assertThat(profile.identifiers())
                .containsExactly(new PersonIdentifier("b", "1"), new PersonIdentifier("a", "2"));
        assertThat(profile.id()).isEqualTo(ID);
    }

    @Test
    void aProfileTakesACopyOfItsIdentifiers() {
        List<PersonIdentifier> given = new ArrayList<>();
        PatientProfile profile = new PatientProfile(ID, "", "", given);
        given.add(new PersonIdentifier("a", "1"));

        assertThat(profile.identifiers()).isEmpty();
    }

    @ParameterizedTest
    @Tag("SAFE-6")
    @ValueSource(strings = {"a\nb", "\u0000", "\u007f", "\ud800", "x\udc00"})
    void namesAreDisplayTextAndNothingElse(String bad) {
        assertThatThrownBy(() -> PatientProfile.of(ID, bad, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("givenName has a control character or half of a surrogate pair");
        assertThatThrownBy(() -> PatientProfile.of(ID, "", bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonIdentifier(bad, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonIdentifier("urn:a", bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SAFE-6")
    void namesHaveAtMost255Characters() {
        String longest = "è".repeat(255);

        assertThat(PatientProfile.of(ID, longest, longest).familyName()).isEqualTo(longest);
        assertThat(new PersonIdentifier("s".repeat(255), "v".repeat(255)).value())
                .hasSize(255);
        assertThatThrownBy(() -> PatientProfile.of(ID, longest + "x", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("givenName has more than 255 characters");
        assertThatThrownBy(() -> PatientProfile.of(ID, "", longest + "x")).hasMessageStartingWith("familyName");
        assertThatThrownBy(() -> new PersonIdentifier(longest + "x", "1")).hasMessageStartingWith("system");
        assertThatThrownBy(() -> new PersonIdentifier("urn:a", longest + "x")).hasMessageStartingWith("value");
    }

    @Test
    void namesMayBeOfAnyScript() {
        assertThat(PatientProfile.of(ID, "李𠮷", "Γιώργος 🙂").givenName()).isEqualTo("李𠮷");
    }

    @Test
    @Tag("SAFE-6")
    void anIdentifierHasASystemAndAValue() {
        assertThatThrownBy(() -> new PersonIdentifier(" ", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonIdentifier("urn:a", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceKnowsItsRole() {
        PersonRef doctor = PersonRef.of(PractitionerId.of("x"));
        PersonRef patient = PersonRef.of(PatientId.of("x"));

        assertThat(doctor.practitioner()).contains(PractitionerId.of("x"));
        assertThat(doctor.patient()).isEmpty();
        assertThat(patient.patient()).contains(PatientId.of("x"));
        assertThat(patient.practitioner()).isEmpty();
        assertThat(PersonRef.of(GuestId.of("x"))).isEqualTo(new PersonRef(Role.GUEST, "x"));
        assertThat(doctor).isNotEqualTo(patient);
    }

    @Test
    @Tag("SAFE-6")
    void onlyTheHostHasNoId() {
        assertThat(new PersonRef(Role.HOST, "")).isEqualTo(PersonRef.HOST);
        assertThatThrownBy(() -> new PersonRef(Role.HOST, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonRef(Role.PATIENT, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SAFE-5")
    void aPersonIsHiddenAndItsKindIsShown() {
        assertThat(PatientProfile.of(ID, "Anna", "Verdi")).hasToString("PatientProfile[hidden]");
        assertThat(new PersonIdentifier("urn:a", "1")).hasToString("PersonIdentifier[urn:a, hidden]");
        assertThat(PersonRef.of(ID)).hasToString("PATIENT[hidden]");
    }

    @Test
    void aWorkGroupHasItsMembers() {
        PractitionerId one = PractitionerId.of("x");
        PractitionerId two = PractitionerId.of("y");
        WorkGroup group = WorkGroup.of(WorkGroupId.of("g1"), one, two);

        assertThat(group.members()).containsExactlyInAnyOrder(one, two);
        assertThat(group.id()).isEqualTo(WorkGroupId.of("g1"));
        assertThat(group).hasToString("WorkGroup[g1, 2 members]");
    }
}
