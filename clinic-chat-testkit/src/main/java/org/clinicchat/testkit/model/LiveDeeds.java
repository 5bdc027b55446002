package org.clinicchat.testkit.model;

import java.util.Optional;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.people.Actor;

/** Subscribing, ending it, and sweeping. */
final class LiveDeeds {

    private LiveDeeds() {}

    static Command subscribe(History history, Step step) {
        boolean revocable = step.first() % 2 == 0;
        Actor actor = revocable ? Actor.substitute(Cast.SAN_MARCO, Cast.VERDI, Cast.ROSSI) : Picks.actor(step);
        int number = history.nextSubscription();
        return new Command(
                Optional.of(actor.clinic()),
                Words.who(actor) + " subscribes as number " + number,
                () -> history.subscriptions.add(number),
                chat -> chat.live().subscribe(number, actor));
    }

    static Command unsubscribe(History history, Step step) {
        Optional<Integer> number = Picks.pickIfAny(history.subscriptions, step.first());
        return number.isEmpty()
                ? subscribe(history, step)
                : Command.in(Cast.SAN_MARCO, "number " + number.get() + " is closed", chat -> {
                    chat.live().close(number.get());
                    return Allowed.YES;
                });
    }

    static Command sweep(History history, Step step) {
        return new Command(Optional.empty(), "a sweep", () -> {}, chat -> {
            chat.live().sweep();
            return Allowed.YES;
        });
    }
}
