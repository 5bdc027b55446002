package org.clinicchat.testkit.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;

/** Chooses, by the numbers of a step, out of what a history has. */
final class Picks {

    private static final ClinicId MARCO = Cast.SAN_MARCO;
    private static final ClinicId LUCA = Cast.SAN_LUCA;

    /** Who acts on a conversation; the likelier the more useful. */
    private static final List<Actor> ACTORS = Stream.of(
                    Stream.generate(() -> Actor.patient(MARCO, Cast.ANNA)).limit(30),
                    Stream.generate(() -> Actor.practitioner(MARCO, Cast.ROSSI)).limit(24),
                    Stream.generate(() -> Actor.substitute(MARCO, Cast.VERDI, Cast.ROSSI))
                            .limit(15),
                    Stream.generate(() -> Actor.substitute(MARCO, Cast.NERI, Cast.ROSSI))
                            .limit(8),
                    Stream.generate(() -> Actor.patient(MARCO, Cast.BRUNO)).limit(10),
                    Stream.generate(() -> Actor.patient(MARCO, Cast.NORA)).limit(6),
                    Stream.generate(() -> Actor.practitioner(MARCO, Cast.VERDI)).limit(6),
                    Stream.generate(() -> Actor.patient(LUCA, Cast.ANNA)).limit(6),
                    Stream.generate(() -> Actor.practitioner(LUCA, Cast.ROSSI)).limit(6),
                    Stream.generate(() -> Actor.substitute(LUCA, Cast.VERDI, Cast.ROSSI))
                            .limit(1),
                    Cast.practiceActors(MARCO).stream(),
                    Cast.patientActors(MARCO).stream())
            .flatMap(actors -> actors)
            .toList();

    private static final List<ConversationId> STRANGE =
            List.of(ConversationId.of("never-given-out-by-us"), ConversationId.of("not an id"));

    private Picks() {}

    static <T> T pick(List<T> all, int number) {
        return all.get(number % all.size());
    }

    static <T> Optional<T> pickIfAny(List<T> all, int number) {
        return all.isEmpty() ? Optional.empty() : Optional.of(pick(all, number));
    }

    static Actor actor(Step step) {
        return pick(ACTORS, step.who());
    }

    static Actor practiceActor(Step step) {
        return pick(ACTORS.stream().filter(Actor::isPractitioner).toList(), step.who());
    }

    static Actor patientActor(Step step) {
        return pick(ACTORS.stream().filter(actor -> !actor.isPractitioner()).toList(), step.who());
    }

    static ClinicId clinic(Step step) {
        return step.who() % 5 == 4 ? LUCA : MARCO;
    }

    /** Mostly by people, at times by the id of any conversation of any clinic, or of none. */
    static Where where(History history, Actor actor, Step step) {
        int number = step.where() / 6;
        if (step.where() % 6 < 5) {
            return between(actor, number);
        }
        List<ConversationId> begun = Stream.of(actor.clinic(), actor.clinic(), MARCO, LUCA)
                .flatMap(clinic -> history.model.clinic(clinic).conversations.stream())
                .map(conversation -> conversation.id)
                .toList();
        boolean lost = begun.isEmpty() || number % 9 == 8;
        return new Where.Known(pick(lost ? STRANGE : begun, number / 9));
    }

    static Where.Between between(Actor actor, int number) {
        if (actor.isPractitioner()) {
            List<PatientId> likely = likely(Cast.ANNA, Cast.BRUNO, Cast.NORA, Cast.UNKNOWN_PATIENT);
            return new Where.Between(ModelClinic.owner(actor), pick(likely, number));
        }
        List<PractitionerId> likely = likely(Cast.ROSSI, Cast.VERDI, Cast.NERI, Cast.UNKNOWN_DOCTOR);
        return new Where.Between(pick(likely, number), actor.self().patient().orElseThrow());
    }

    /** Every conversation that the actor could have, by its people. */
    static Set<Where.Between> own(Actor actor) {
        return IntStream.range(0, 11)
                .mapToObj(number -> between(actor, number))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The first mostly, the second and third at times, the last hardly ever. */
    private static <T> List<T> likely(T first, T second, T third, T last) {
        return List.of(first, first, first, first, first, first, second, second, second, third, last);
    }

    /** Any message of the conversation that is meant, of another one, or none. */
    static MessageId message(History history, Actor actor, Where where, int number) {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        List<MessageId> there = clinic.resolve(where).flatMap(clinic::conversation).stream()
                .flatMap(conversation -> conversation.log.stream().map(message -> message.id()))
                .toList();
        List<MessageId> elsewhere = clinic.conversations.stream()
                .flatMap(conversation -> conversation.log.stream().map(message -> message.id()))
                .toList();
        boolean lost = number % 8 == 7 || there.isEmpty();
        List<MessageId> strange = Stream.concat(
                        elsewhere.stream(), Stream.of(MessageId.of("never-given-out-by-us"), MessageId.of("no/id")))
                .toList();
        return pick(lost ? strange : there, number / 8);
    }

    static long head(History history, Actor actor, Where where) {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        return clinic.resolve(where)
                .flatMap(clinic::conversation)
                .map(ModelConversation::head)
                .orElse(0L);
    }

    /** A place in, just outside, or far beyond a conversation. */
    static long place(long head, int number) {
        return number % 17 == 16 ? Long.MAX_VALUE - number % 3 : Math.max(0, head + 2 - number % (head + 3));
    }

    static String words(Actor actor, String deed, Where where) {
        String there = where instanceof Where.Known known
                ? "conversation " + known.id().value()
                : ((Where.Between) where).practitioner().value() + "'s chat with "
                        + ((Where.Between) where).patient().value();
        return Words.who(actor) + " " + deed + " in " + there;
    }
}
