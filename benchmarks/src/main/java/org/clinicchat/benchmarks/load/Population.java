package org.clinicchat.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who there is: clinics, their practitioners, and for each practitioner patients whose conversations have begun and patients
 * who will write for the first time.
 *
 * @param clinics how many clinics
 * @param practitioners how many in each clinic
 * @param begun how many patients of each practitioner have a conversation
 * @param strangers how many patients of each practitioner have none yet
 */
public record Population(int clinics, int practitioners, int begun, int strangers) {

    /**
     * So many conversations in all, in twenty clinics of ten practitioners.
     *
     * @param conversations about how many
     * @param strangers how many patients in all have none yet
     * @return the population
     */
    static Population of(int conversations, int strangers) {
        int practices = 20 * 10;
        return new Population(20, 10, Math.max(1, conversations / practices), Math.max(1, strangers / practices));
    }

    /** How many practices there are. */
    int practices() {
        return clinics * practitioners;
    }

    /** How many conversations there are. */
    int conversations() {
        return practices() * begun;
    }

    /** How many patients have none yet. */
    int newcomers() {
        return practices() * strangers;
    }

    /** The conversation of this number; practices take turns. */
    Sending.Place conversation(int number) {
        return place(number % practices(), "p", number / practices());
    }

    /** The place of a newcomer's first message. */
    Sending.Place newcomer(int number) {
        return place(number % practices(), "n", number / practices());
    }

    private Sending.Place place(int practice, String kind, int patient) {
        int practitioner = practice / clinics;
        return new Sending.Place(clinic(practice % clinics), "d" + practitioner, kind + practitioner + "-" + patient);
    }

    /** The clinics' ids. */
    List<String> clinicIds() {
        return IntStream.range(0, clinics).mapToObj(Population::clinic).toList();
    }

    private static String clinic(int number) {
        return "clinic-" + number;
    }
}
