package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;

/** How every history begins: a clinic at work, and a second one with people of the same ids. */
final class Opening {

    private Opening() {}

    static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        people(commands, Cast.SAN_MARCO, List.of(Cast.ANNA, Cast.BRUNO, Cast.NORA));
        people(commands, Cast.SAN_LUCA, List.of(Cast.ANNA, Cast.BRUNO));
        commands.add(
                host(Cast.SAN_MARCO, "the host links neri and nora", host -> host.link(Cast.NERI, Cast.NORA, true)));
        commands.add(host(
                Cast.SAN_MARCO,
                "the host puts rossi, verdi and neri into one group",
                host -> host.putWorkGroup(WorkGroup.of(Cast.FIRST_FLOOR, Cast.ROSSI, Cast.VERDI, Cast.NERI))));
        settings(commands, Cast.SAN_MARCO, Cast.ROSSI);
        settings(commands, Cast.SAN_LUCA, Cast.ROSSI);
        Actor verdi = Actor.practitioner(Cast.SAN_MARCO, Cast.VERDI);
        commands.add(Command.in(
                Cast.SAN_MARCO,
                "verdi activates his service",
                chat -> chat.settings(verdi, Cast.VERDI).service(true)));
        Actor bruno = Actor.patient(Cast.SAN_MARCO, Cast.BRUNO);
        commands.add(Command.in(
                Cast.SAN_MARCO,
                "bruno writes to rossi",
                chat -> chat.conversation(bruno, new Where.Between(Cast.ROSSI, Cast.BRUNO))
                        .send(Draft.of(ClientMessageId.of("first"), Cast.BRUNO, "Buongiorno"))));
        return commands;
    }

    static Command host(ClinicId clinic, String words, Consumer<HostCalls> call) {
        return Command.in(clinic, words + " in " + clinic, chat -> {
            call.accept(chat.host(clinic));
            return Allowed.YES;
        });
    }

    private static void people(List<Command> commands, ClinicId clinic, List<PatientId> patients) {
        for (PractitionerId owner : Cast.OWNERS) {
            commands.add(
                    host(clinic, "the host puts the practice of " + owner.value(), host -> host.putPractice(owner)));
        }
        for (PatientId patient : patients) {
            commands.add(
                    host(clinic, "the host puts " + patient.value(), host -> host.putPatient(Cast.profile(patient))));
            commands.add(host(
                    clinic,
                    "the host permits " + patient.value() + " to write to rossi",
                    host -> host.permit(patient, Cast.ROSSI, true)));
        }
    }

    private static void settings(List<Command> commands, ClinicId clinic, PractitionerId owner) {
        Actor self = Actor.practitioner(clinic, owner);
        String who = Words.who(self);
        commands.add(Command.in(
                clinic,
                who + " activates the service",
                chat -> chat.settings(self, owner).service(true)));
        commands.add(Command.in(
                clinic,
                who + " activates the automatic reply",
                chat -> chat.settings(self, owner).activateAutoReply(Optional.of("I read you tomorrow"))));
        commands.add(Command.in(
                clinic,
                who + " shows the chats to substitutes",
                chat -> chat.settings(self, owner).showToSubstitutes(Optional.empty(), Optional.empty())));
    }
}
