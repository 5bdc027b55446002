package org.clinicchat.testkit.model;

import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.people.ClinicId;

/**
 * One call, in the model's names: it can be made on the model and on any chat.
 *
 * @param clinic in which clinic; empty if in none, such as the passing of time
 * @param words what it is, for the report
 * @param before what happens once, before the calls
 * @param call the call
 */
record Command(Optional<ClinicId> clinic, String words, Runnable before, Function<CareChat, Object> call) {

    static Command in(ClinicId clinic, String words, Function<CareChat, Object> call) {
        return new Command(Optional.of(clinic), words, () -> {}, call);
    }

    static Command outside(String words, Runnable happening) {
        return new Command(Optional.empty(), words, happening, chat -> Allowed.YES);
    }
}
