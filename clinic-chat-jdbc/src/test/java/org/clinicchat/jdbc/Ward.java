package org.clinicchat.jdbc;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * The people of a mixed load: some practitioners of one work group, whose service and automatic reply are on and who are seen
 * by each other, and some patients, each with the number of the round in which he came, so that there are first messages in
 * every round.
 *
 * @param clinic where
 * @param rounds how many rounds of patients there are
 */
record Ward(ClinicId clinic, int rounds) {

    static final List<PractitionerId> PRACTITIONERS =
            Stream.of("rossi", "verdi", "neri").map(PractitionerId::of).toList();

    private static final int PATIENTS_A_ROUND = 6;
    private static final List<String> REPLIES = List.of("Torno domani", "Torno dopodomani", "Chiuso per ferie");

    /** Puts there who is new in the last round; in the first one the practitioners, too. */
    void putInto(ClinicChat chat) {
        Clinic there = chat.clinic(clinic);
        if (rounds == 1) {
            PRACTITIONERS.forEach(practitioner -> putPractice(there, practitioner));
            there.host()
                    .putWorkGroup(
                            WorkGroup.of(WorkGroupId.of("piano-1"), PRACTITIONERS.toArray(PractitionerId[]::new)));
        }
        IntStream.range((rounds - 1) * PATIENTS_A_ROUND, rounds * PATIENTS_A_ROUND)
                .mapToObj(Ward::patient)
                .forEach(id -> there.host().putPatient(PatientProfile.of(id, "Paziente", id.value())));
    }

    private static void putPractice(Clinic there, PractitionerId practitioner) {
        there.host().putPractice(practitioner);
        var settings = there.practitioner(practitioner).settings();
        settings.activateService().orThrow();
        settings.showToSubstitutes().orThrow();
        settings.activateAutoReply(REPLIES.get(0)).orThrow();
    }

    /** One of the patients; those of the last round more often than all others together. */
    PatientId patient(Random random) {
        int newest = (rounds - 1) * PATIENTS_A_ROUND + random.nextInt(PATIENTS_A_ROUND);
        return patient(random.nextInt(3) > 0 ? newest : random.nextInt(rounds * PATIENTS_A_ROUND));
    }

    PractitionerId practitioner(Random random) {
        return PRACTITIONERS.get(random.nextInt(PRACTITIONERS.size()));
    }

    static String reply(Random random) {
        return REPLIES.get(random.nextInt(REPLIES.size()));
    }

    private static PatientId patient(int number) {
        return PatientId.of("patient-" + number);
    }
}
