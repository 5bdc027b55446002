package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroupId;

/** Who plays in every history. In the second clinic live people of the same ids. */
final class Cast {

    static final ClinicId SAN_MARCO = ClinicId.of("san-marco");
    static final ClinicId SAN_LUCA = ClinicId.of("san-luca");

    /** Two owners of chats. */
    static final PractitionerId ROSSI = PractitionerId.of("rossi");

    static final PractitionerId VERDI = PractitionerId.of("verdi");
    /** Two colleagues without chats of their own. */
    static final PractitionerId NERI = PractitionerId.of("neri");

    static final PractitionerId GALLO = PractitionerId.of("gallo");
    /** A practitioner of whom the host has said nothing. */
    static final PractitionerId UNKNOWN_DOCTOR = PractitionerId.of("unknown");

    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId BRUNO = PatientId.of("bruno");
    /** Neri as a patient. */
    static final PatientId NORA = PatientId.of("nora");
    /** A patient of whom the host has said nothing. */
    static final PatientId UNKNOWN_PATIENT = PatientId.of("unknown");

    static final WorkGroupId FIRST_FLOOR = WorkGroupId.of("first-floor");
    static final WorkGroupId SECOND_FLOOR = WorkGroupId.of("second-floor");

    static final List<PractitionerId> OWNERS = List.of(ROSSI, VERDI);
    static final List<PractitionerId> PRACTITIONERS = List.of(ROSSI, VERDI, NERI, GALLO, UNKNOWN_DOCTOR);
    static final List<PatientId> PATIENTS = List.of(ANNA, BRUNO, NORA, UNKNOWN_PATIENT);

    /** Whose views are looked at after every step: all who may see something at times, and some of each who never may. */
    static final List<Actor> ONLOOKERS = List.of(
            Actor.practitioner(SAN_MARCO, ROSSI),
            Actor.practitioner(SAN_MARCO, VERDI),
            Actor.practitioner(SAN_MARCO, NERI),
            Actor.substitute(SAN_MARCO, VERDI, ROSSI),
            Actor.substitute(SAN_MARCO, NERI, ROSSI),
            Actor.substitute(SAN_MARCO, GALLO, ROSSI),
            Actor.substitute(SAN_MARCO, UNKNOWN_DOCTOR, ROSSI),
            Actor.substitute(SAN_MARCO, NERI, VERDI),
            Actor.substitute(SAN_MARCO, ROSSI, ROSSI),
            Actor.patient(SAN_MARCO, ANNA),
            Actor.patient(SAN_MARCO, BRUNO),
            Actor.patient(SAN_MARCO, NORA),
            Actor.patient(SAN_MARCO, UNKNOWN_PATIENT),
            Actor.practitioner(SAN_LUCA, ROSSI),
            Actor.substitute(SAN_LUCA, VERDI, ROSSI),
            Actor.patient(SAN_LUCA, ANNA));

    private Cast() {}

    static PatientProfile profile(PatientId patient) {
        if (patient.equals(ANNA)) {
            return PatientProfile.of(ANNA, "Anna Nicolò", "D'Amico")
                    .with(PersonIdentifier.CODICE_FISCALE, "DMCNNA80A41H501X");
        }
        return patient.equals(BRUNO)
                ? PatientProfile.of(BRUNO, "Bruno", "De Łukasz")
                : PatientProfile.of(patient, "Nora", "Neri").with("urn:clinic", "12-345/A");
    }

    /** Everybody who can stand at the practice's side: owners, and each colleague in substitute mode for each owner. */
    static List<Actor> practiceActors(ClinicId clinic) {
        List<Actor> actors = new ArrayList<>();
        PRACTITIONERS.forEach(self -> actors.add(Actor.practitioner(clinic, self)));
        for (PractitionerId owner : OWNERS) {
            PRACTITIONERS.stream()
                    .filter(self -> !self.equals(owner))
                    .forEach(self -> actors.add(Actor.substitute(clinic, self, owner)));
        }
        actors.add(Actor.substitute(clinic, ROSSI, NERI));
        actors.add(Actor.substitute(clinic, ROSSI, ROSSI));
        return List.copyOf(actors);
    }

    static List<Actor> patientActors(ClinicId clinic) {
        return PATIENTS.stream().map(patient -> Actor.patient(clinic, patient)).toList();
    }
}
