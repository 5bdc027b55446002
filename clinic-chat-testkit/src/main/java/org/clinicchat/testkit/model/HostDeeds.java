package org.clinicchat.testkit.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** What the host puts, and the passing of time. */
final class HostDeeds {

    private static final List<Set<PractitionerId>> MEMBERS = List.of(
            Set.of(Cast.ROSSI, Cast.VERDI, Cast.NERI),
            Set.of(Cast.ROSSI, Cast.VERDI),
            Set.of(Cast.ROSSI, Cast.GALLO),
            Set.of(Cast.VERDI, Cast.NERI, Cast.GALLO),
            Set.of(Cast.ROSSI),
            Set.of(),
            Set.copyOf(Cast.PRACTITIONERS));
    private static final List<Duration> LEAPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofNanos(1500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(61),
            Duration.ofHours(1),
            Duration.ofSeconds(-1),
            Duration.ofMinutes(-5));

    private HostDeeds() {}

    static Command group(History history, Step step) {
        WorkGroupId group = step.where() % 3 == 0 ? Cast.SECOND_FLOOR : Cast.FIRST_FLOOR;
        Set<PractitionerId> members = Picks.pick(MEMBERS, step.second());
        return step.first() % 5 == 4
                ? host(step, "removes " + group, host -> host.removeWorkGroup(group))
                : host(
                        step,
                        "puts "
                                + members.stream()
                                        .map(PractitionerId::value)
                                        .sorted()
                                        .toList() + " into " + group,
                        host -> host.putWorkGroup(new WorkGroup(group, members)));
    }

    static Command link(History history, Step step) {
        PractitionerId practitioner =
                Picks.pick(List.of(Cast.NERI, Cast.NERI, Cast.NERI, Cast.VERDI, Cast.ROSSI), step.where());
        PatientId patient = Picks.pick(List.of(Cast.NORA, Cast.NORA, Cast.NORA, Cast.ANNA), step.second());
        boolean linked = step.first() % 2 == 0;
        return host(
                step,
                (linked ? "links " : "unlinks ") + practitioner.value() + " and " + patient.value(),
                host -> host.link(practitioner, patient, linked));
    }

    static Command permit(History history, Step step) {
        PractitionerId practitioner = Picks.pick(Cast.OWNERS, step.where());
        PatientId patient = Picks.pick(Cast.PATIENTS, step.second());
        boolean permitted = step.first() % 7 < 5;
        return host(
                step,
                (permitted ? "permits " : "withdraws ") + patient.value() + " to write to " + practitioner.value(),
                host -> host.permit(patient, practitioner, permitted));
    }

    static Command profile(History history, Step step) {
        PatientId patient = Picks.pick(List.of(Cast.ANNA, Cast.BRUNO, Cast.NORA), step.where());
        String family = CareArbitraries.NAMES.get(step.second() % CareArbitraries.NAMES.size());
        PatientProfile renamed =
                PatientProfile.of(patient, Cast.profile(patient).givenName(), family);
        PatientProfile profile =
                step.first() % 2 == 0 ? renamed : renamed.with(PersonIdentifier.CODICE_FISCALE, "RSS " + step.first());
        return host(step, "puts " + Words.of(profile), host -> host.putPatient(profile));
    }

    static Command practice(History history, Step step) {
        PractitionerId owner = Picks.pick(List.of(Cast.NERI, Cast.ROSSI), step.where());
        return host(step, "puts the practice of " + owner.value(), host -> host.putPractice(owner));
    }

    static Command time(History history, Step step) {
        Instant moment = history.clock.instant().plus(Picks.pick(LEAPS, step.first()));
        return Command.outside("it is " + moment, () -> history.clock.set(moment));
    }

    private static Command host(Step step, String deed, Consumer<HostCalls> call) {
        ClinicId clinic = Picks.clinic(step);
        return Opening.host(clinic, "the host " + deed, call);
    }
}
