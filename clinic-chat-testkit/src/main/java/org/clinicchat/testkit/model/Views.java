package org.clinicchat.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Revision;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/**
 * Every view of every actor. Looking changes nothing: where looking would begin a conversation, only whether it could be
 * looked at is asked.
 */
final class Views {

    private static final int ALL = 500;

    private Views() {}

    static List<Command> of(ModelClinicChat model) {
        List<Command> views = new ArrayList<>();
        for (Actor actor : Cast.ONLOOKERS) {
            if (actor.isPractitioner()) {
                practice(views, model, actor);
            } else {
                patient(views, model, actor);
            }
        }
        return views;
    }

    private static void practice(List<Command> views, ModelClinicChat model, Actor actor) {
        PractitionerId owner = ModelClinic.owner(actor);
        if (actor.onBehalfOf().isEmpty()) {
            views.add(
                    view(actor, "settings", chat -> chat.settings(actor, owner).show()));
        }
        views.add(view(actor, "inbox", chat -> chat.lists(actor).inbox(InboxQuery.all())));
        views.add(view(
                actor,
                "unread",
                chat -> chat.lists(actor).inbox(InboxQuery.all().unread())));
        views.add(view(actor, "totals", chat -> chat.lists(actor).totals()));
        for (PatientId patient : Cast.PATIENTS) {
            talk(views, model, actor, new Where.Between(owner, patient));
        }
    }

    private static void patient(List<Command> views, ModelClinicChat model, Actor actor) {
        views.add(view(actor, "list", chat -> chat.lists(actor).conversations(ALL, Optional.empty())));
        for (PractitionerId owner : List.of(Cast.ROSSI, Cast.VERDI, Cast.NERI)) {
            talk(
                    views,
                    model,
                    actor,
                    new Where.Between(owner, actor.self().patient().orElseThrow()));
        }
    }

    private static void talk(List<Command> views, ModelClinicChat model, Actor actor, Where.Between where) {
        String there = " of " + where.practitioner().value() + " and "
                + where.patient().value();
        views.add(view(
                actor,
                "canView" + there,
                chat -> chat.conversation(actor, where).canView()));
        views.add(view(
                actor,
                "canSend" + there,
                chat -> chat.conversation(actor, where).canSend()));
        views.add(view(
                actor,
                "canAttach" + there,
                chat -> chat.conversation(actor, where).canAttach()));
        ModelClinic clinic = model.clinic(actor.clinic());
        if (clinic.conversation(where).isPresent() || !clinic.maySee(actor, where)) {
            views.add(view(
                    actor,
                    "peek" + there,
                    chat -> chat.conversation(actor, where).peek(2)));
            views.add(view(
                    actor,
                    "resume" + there,
                    chat -> chat.conversation(actor, where).resume(Revision.ZERO, ALL)));
        }
    }

    private static Command view(Actor actor, String what, Function<CareChat, Object> call) {
        return Command.in(actor.clinic(), Words.who(actor) + ": " + what, call);
    }
}
