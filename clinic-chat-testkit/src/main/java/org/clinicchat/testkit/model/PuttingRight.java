package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.people.Actor;
import org.clinicchat.people.WorkGroup;

/**
 * Undoes what keeps Rossi's chat with Anna, or the help of his colleagues, from going on. Everything can be switched off in a
 * history; if nobody put it right again, little would happen after the first third of it.
 */
final class PuttingRight {

    private static final Actor ROSSI = Actor.practitioner(Cast.SAN_MARCO, Cast.ROSSI);
    private static final Where.Between HOT = new Where.Between(Cast.ROSSI, Cast.ANNA);

    private PuttingRight() {}

    static Command of(History history, Step step) {
        List<Command> due = due(history.model.clinic(Cast.SAN_MARCO));
        return due.isEmpty() ? SendingDeeds.send(history, step) : Picks.pick(due, step.second());
    }

    private static List<Command> due(ModelClinic clinic) {
        List<Command> due = new ArrayList<>();
        ModelPractice practice = clinic.practice(Cast.ROSSI);
        if (!practice.serviceActive) {
            due.add(Command.in(
                    clinic.id,
                    "rossi activates his service again",
                    chat -> chat.settings(ROSSI, Cast.ROSSI).service(true)));
        }
        if (!practice.replying && !practice.reply.isBlank()) {
            due.add(Command.in(
                    clinic.id,
                    "rossi activates his automatic reply again",
                    chat -> chat.settings(ROSSI, Cast.ROSSI).activateAutoReply(Optional.empty())));
        }
        if (!practice.colleaguesMayRead(clinic.now())) {
            due.add(Command.in(
                    clinic.id,
                    "rossi shows his chats to substitutes again",
                    chat -> chat.settings(ROSSI, Cast.ROSSI).showToSubstitutes(Optional.empty(), Optional.empty())));
        }
        addHosts(due, clinic);
        clinic.conversation(HOT)
                .filter(ModelSending::isDisabled)
                .ifPresent(disabled -> due.add(Command.in(
                        clinic.id,
                        "rossi enables his chat with anna",
                        chat -> chat.conversation(ROSSI, HOT).enable(Optional.empty()))));
        return due;
    }

    private static void addHosts(List<Command> due, ModelClinic clinic) {
        if (!clinic.mayStandIn(Cast.VERDI, Cast.ROSSI)) {
            due.add(Opening.host(
                    clinic.id,
                    "the host puts rossi, verdi and neri into one group again",
                    host -> host.putWorkGroup(WorkGroup.of(Cast.FIRST_FLOOR, Cast.ROSSI, Cast.VERDI, Cast.NERI))));
        }
        if (!clinic.permitted.contains(HOT)) {
            due.add(Opening.host(
                    clinic.id,
                    "the host permits anna to write to rossi again",
                    host -> host.permit(Cast.ANNA, Cast.ROSSI, true)));
        }
        if (clinic.onePerson.contains(HOT)) {
            due.add(Opening.host(
                    clinic.id, "the host unlinks rossi and anna", host -> host.link(Cast.ROSSI, Cast.ANNA, false)));
        }
    }
}
