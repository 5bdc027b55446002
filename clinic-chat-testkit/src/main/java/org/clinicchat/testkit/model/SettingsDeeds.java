package org.clinicchat.testkit.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PractitionerId;

/** What owners set, themselves or through the host. */
final class SettingsDeeds {

    private static final List<String> REPLIES =
            List.of("I read you tomorrow", "On holiday until Monday", "Auguri! \uD83C\uDF84", "Torno luned\u00ec");
    private static final List<String> HOSTILE = List.of("", "  ", "x".repeat(41), "tab\t", "half \uD83D");
    private static final List<Duration> MOMENTS = List.of(
            Duration.ofHours(-1), Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofHours(1));

    private SettingsDeeds() {}

    static Command service(History history, Step step) {
        boolean on = step.first() % 4 > 1;
        return settings(step, on ? "activates the service" : "deactivates the service", calls -> calls.service(on));
    }

    static Command autoReply(History history, Step step) {
        String text = Picks.pick(step.second() % 5 == 4 ? HOSTILE : REPLIES, step.second() / 5);
        return switch (step.first() % 8) {
            case 0 -> settings(step, "writes the reply " + Words.of(text), calls -> calls.writeAutoReply(text));
            case 1, 2 ->
                settings(
                        step,
                        "activates the reply " + Words.of(text),
                        calls -> calls.activateAutoReply(Optional.of(text)));
            case 3, 4 -> settings(step, "activates the reply", calls -> calls.activateAutoReply(Optional.empty()));
            case 5 -> settings(step, "deactivates the reply", SettingsCalls::deactivateAutoReply);
            default -> settings(step, "resets the reply", SettingsCalls::resetAutoReply);
        };
    }

    static Command substitutes(History history, Step step) {
        if (step.first() % 4 == 3) {
            return settings(step, "hides from substitutes", SettingsCalls::hideFromSubstitutes);
        }
        Optional<Instant> from = moment(history, step.first());
        Optional<Instant> until = moment(history, step.second());
        return settings(
                step,
                "shows to substitutes from " + Words.of(from) + " until " + Words.of(until),
                calls -> calls.showToSubstitutes(from, until));
    }

    private static Optional<Instant> moment(History history, int number) {
        Instant now = history.clock.instant().truncatedTo(ChronoUnit.MICROS);
        return number % 3 == 0 ? Optional.empty() : Optional.of(now.plus(Picks.pick(MOMENTS, number / 4)));
    }

    private static Command settings(Step step, String deed, Function<SettingsCalls, Object> call) {
        PractitionerId owner =
                Picks.owner(step, Cast.ROSSI, Cast.ROSSI, Cast.VERDI, Cast.VERDI, Cast.NERI, Cast.UNKNOWN_DOCTOR);
        Actor actor =
                step.who() % 7 == 6 ? Actor.host(Picks.clinic(step)) : Actor.practitioner(Picks.clinic(step), owner);
        return Command.in(
                actor.clinic(),
                Words.who(actor) + " " + deed + " of " + owner.value(),
                chat -> call.apply(chat.settings(actor, owner)));
    }
}
