package org.clinicchat.benchmarks.load;

import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.jdbc.JdbcSchema;
import org.clinicchat.jdbc.JdbcStore;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;

/** Fills a database as the library would: practices with service and automatic reply, patients, a first message each. */
final class Filling {

    private static final String REPLY =
            "Thank you for writing. I read my messages between 9 and 10. In an emergency: 112.";

    private Filling() {}

    static void fill(DataSource database, Population population) {
        JdbcSchema.migrate(database);
        try (ClinicChat chat =
                ClinicChat.on(JdbcStore.of(database)).sweepOnDemand().build()) {
            population.clinicIds().forEach(clinic -> practices(chat.clinic(ClinicId.of(clinic)), population));
        }
        patients(database, population, "p", population.begun());
        patients(database, population, "n", population.strangers());
        try (Way library = new Library(database)) {
            IntStream.range(0, population.conversations())
                    .parallel()
                    .mapToObj(population::conversation)
                    .forEach(place -> library.send(new Sending(place, true, "first", "Good morning")));
        }
        Server.run(database, "VACUUM ANALYZE");
    }

    private static void practices(Clinic clinic, Population population) {
        for (int i = 0; i < population.practitioners(); i++) {
            PractitionerId practitioner = PractitionerId.of("d" + i);
            clinic.host().putPractice(practitioner);
            clinic.practitioner(practitioner).settings().activateService().orThrow();
            clinic.practitioner(practitioner)
                    .settings()
                    .activateAutoReply(REPLY)
                    .orThrow();
        }
    }

    private static void patients(DataSource database, Population population, String kind, int each) {
        Server.run(
                database,
                "INSERT INTO clinic_chat_patient (clinic, patient, given_name, family_name, identifiers, search_text)"
                        + " SELECT 'clinic-' || c, '" + kind
                        + "' || d || '-' || p, 'Given', 'Family', '[]', ' given family#'"
                        + " FROM generate_series(0, " + (population.clinics() - 1) + ") c,"
                        + " generate_series(0, " + (population.practitioners() - 1) + ") d,"
                        + " generate_series(0, " + (each - 1) + ") p");
    }
}
