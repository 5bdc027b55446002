package org.clinicchat.examples.quickstart.day;

import static org.clinicchat.people.PersonIdentifier.CODICE_FISCALE;

import java.util.List;
import java.util.Map;
import org.clinicchat.message.Authorship;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/** Who is in the story. Nobody of them exists: the codici fiscali name a municipality that there is not. */
final class Cast {

    static final PractitionerId ROSSI = PractitionerId.of("rossi");
    static final PractitionerId BIANCHI = PractitionerId.of("bianchi");

    static final PatientId ANNA = PatientId.of("anna");
    static final PatientId NICOLO = PatientId.of("nicolo");
    static final PatientId CONCETTA = PatientId.of("concetta");
    static final PatientId JUERGEN = PatientId.of("juergen");
    static final PatientId MIRELA = PatientId.of("mirela");

    static final List<PatientProfile> PATIENTS = List.of(
            PatientProfile.of(ANNA, "Anna", "D'Amico").with(CODICE_FISCALE, "DMCNNA71C52X000A"),
            PatientProfile.of(NICOLO, "Nicolò", "Zanetti").with(CODICE_FISCALE, "ZNTNCL85T10X000B"),
            PatientProfile.of(CONCETTA, "Concetta", "Dell'Orto").with(CODICE_FISCALE, "DLLCCT48L61X000C"),
            PatientProfile.of(JUERGEN, "Jürgen", "Weiß").with(CODICE_FISCALE, "WSSJGN62A05X000D"),
            PatientProfile.of(MIRELA, "Mirela", "Ștefănescu"));

    private static final Map<PractitionerId, String> PRACTITIONERS =
            Map.of(ROSSI, "Dr Elena Rossi", BIANCHI, "Dr Paolo Bianchi");
    private static final Map<PractitionerId, String> SHORT = Map.of(ROSSI, "Dr Rossi", BIANCHI, "Dr Bianchi");

    private Cast() {}

    /** The name of a practitioner. */
    static String name(PractitionerId practitioner) {
        return PRACTITIONERS.getOrDefault(practitioner, practitioner.value());
    }

    /** The name of a patient of the clinic. */
    static String name(PatientId patient) {
        return PATIENTS.stream()
                .filter(profile -> profile.id().equals(patient))
                .map(profile -> profile.givenName() + " " + profile.familyName())
                .findFirst()
                .orElse(patient.value());
    }

    /** The name of somebody; the host has none. */
    static String name(PersonRef person) {
        return person.practitioner()
                .map(Cast::name)
                .or(() -> person.patient().map(Cast::name))
                .orElse("the surgery's own system");
    }

    /** Both names where there are two (SUB-3). */
    static String names(Authorship authorship) {
        String author = name(authorship.author());
        return authorship
                .onBehalfOf()
                .map(owner -> author + ", substitute of " + name(owner))
                .orElse(author);
    }

    /** The same, short enough for a column. */
    static String shortNames(Authorship authorship) {
        String author = shortName(authorship.author());
        return authorship
                .onBehalfOf()
                .map(owner -> author + " for " + shortName(owner))
                .orElse(author);
    }

    private static String shortName(PersonRef person) {
        return person.practitioner().map(SHORT::get).orElseGet(() -> name(person));
    }
}
