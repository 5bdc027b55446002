package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that injects a source of ids which gives out none is told at once, and nothing is stored. */
class MalformedIdsTest {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PatientId ANNA = PatientId.of("anna");

    @ParameterizedTest
    @Tag("SAFE-6")
    @ValueSource(strings = {"", "short", "an id with blanks in it", "0123456789abcde", "anna.bianchi-1970-01-01"})
    void aMalformedIdIsTheWiringsMistake(String id) {
        Clinic clinic = ClinicChat.on(InMemoryStorage.create())
                .ids(() -> id)
                .sweepOnDemand()
                .build()
                .clinic(ClinicId.of("san-marco"));
        clinic.host().putPractice(ROSSI);
        clinic.host().putPatient(PatientProfile.of(ANNA, "Anna", "Bianchi"));
        clinic.practitioner(ROSSI).settings().activateService().orThrow();

        assertThatThrownBy(() -> clinic.patient(ANNA).conversationWith(ROSSI).send(Draft.of(ANNA, "Buongiorno")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the injected IdSource gave an id that is not 16 to 64 of [A-Za-z0-9_-]");
        assertThat(clinic.patient(ANNA).conversations().orThrow().rows()).isEmpty();
    }
}
