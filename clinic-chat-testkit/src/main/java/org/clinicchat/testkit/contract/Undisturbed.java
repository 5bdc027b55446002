package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.ClinicChat;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.port.Storage;

/**
 * What an operation leaves in a {@link SmallClinic} when nothing breaks down.
 *
 * @param before what there was
 * @param begun what there is after the first of two steps, if it has two
 * @param after what there is then
 * @param answer what it answers
 */
record Undisturbed(Picture before, Optional<Picture> begun, Picture after, Object answer) {

    static Undisturbed of(Storage storage, FacadeOperation operation) {
        SmallClinic clinic = SmallClinic.on(storage);
        Picture before = Picture.of(storage, clinic.id());
        assertThat(before.care().toString()).contains(SmallClinic.FIRST, SmallClinic.SECOND);
        Object answer = in(storage, clinic, operation::on);
        return new Undisturbed(
                before,
                operation.firstStep().map(step -> picture(storage, step)),
                Picture.of(storage, clinic.id()),
                answer);
    }

    /** Where a fault says that it changed nothing; a step that was settled before it stays. */
    List<Picture> withoutIt() {
        List<Picture> pictures = new ArrayList<>(List.of(before));
        begun.ifPresent(pictures::add);
        return pictures;
    }

    /** As before, as after it, or after the first of its steps. */
    List<Picture> withItOrWithout() {
        List<Picture> pictures = withoutIt();
        pictures.add(after);
        return pictures;
    }

    private static Picture picture(Storage storage, Function<SmallClinic.At, Outcome<?>> step) {
        SmallClinic clinic = SmallClinic.on(storage);
        in(storage, clinic, at -> step.apply(at).orThrow());
        return Picture.of(storage, clinic.id());
    }

    private static Object in(Storage storage, SmallClinic clinic, Function<SmallClinic.At, Object> call) {
        try (ClinicChat chat = SmallClinic.chat(storage)) {
            return call.apply(clinic.at(chat));
        }
    }
}
