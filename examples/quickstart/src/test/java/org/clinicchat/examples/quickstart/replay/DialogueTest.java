package org.clinicchat.examples.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.examples.quickstart.replay.Speaker.DOCTOR;
import static org.clinicchat.examples.quickstart.replay.Speaker.GUEST_CLINICIAN;
import static org.clinicchat.examples.quickstart.replay.Speaker.GUEST_FAMILY;
import static org.clinicchat.examples.quickstart.replay.Speaker.PATIENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest {

    @Test
    void eachSpeakerHasHisTurn() {
        assertThat(turns("Doctor: one\nPatient: two\nGuest_family: three\nGuest_clinician: four"))
                .containsExactly(
                        new Turn(DOCTOR, "one"),
                        new Turn(PATIENT, "two"),
                        new Turn(GUEST_FAMILY, "three"),
                        new Turn(GUEST_CLINICIAN, "four"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aLineOfNoSpeakerGoesOnWithItsOwnLineBreak(String lineBreak) {
        String text = String.join(lineBreak, "Doctor: one", " two", "Nurse: three", "", "four", "Patient: five", "");
        assertThat(turns(text))
                .containsExactly(
                        new Turn(DOCTOR, String.join(lineBreak, "one", " two", "Nurse: three", "", "four")),
                        new Turn(PATIENT, "five"));
    }

    @Test
    void theTextIsWhatStandsAfterOneBlank() {
        assertThat(turns(" Doctor:  two blanks before, one after \nPatient:none\npatient : small"))
                .containsExactly(
                        new Turn(DOCTOR, " two blanks before, one after "),
                        new Turn(PATIENT, "none"),
                        new Turn(PATIENT, "small"));
    }

    @Test
    void guestsMayBeNumbered() {
        assertThat(turns("Guest_family_1: a\nGuest_family_2: b\nGuest_clinician2: c"))
                .extracting(Turn::speaker)
                .containsExactly(GUEST_FAMILY, GUEST_FAMILY, GUEST_CLINICIAN);
    }

    @Test
    void aSpeakerInsideALineIsPartOfIt() {
        assertThat(turns("Doctor: Patient: is how I call you"))
                .containsExactly(new Turn(DOCTOR, "Patient: is how I call you"));
        assertThat(turns("Doctor: see\nDoctors: all of them"))
                .containsExactly(new Turn(DOCTOR, "see\nDoctors: all of them"));
    }

    @Test
    void whoSaysNothingHasATurnToo() {
        assertThat(turns("Doctor:\nPatient: \n")).containsExactly(new Turn(DOCTOR, ""), new Turn(PATIENT, ""));
    }

    @Test
    void aDialogueMayBeEmpty() {
        assertThat(turns("")).isEmpty();
        assertThat(turns(" \r\n\n")).isEmpty();
    }

    @Test
    void linesBeforeTheFirstSpeakerAreCounted() {
        Dialogue dialogue = Dialogue.parse(1, "[a room]\n\nsilence\nDoctor: hello");
        assertThat(dialogue.strayLines()).isEqualTo(2);
        assertThat(dialogue.turns()).containsExactly(new Turn(DOCTOR, "hello"));
    }

    private static List<Turn> turns(String text) {
        return Dialogue.parse(1, text).turns();
    }
}
