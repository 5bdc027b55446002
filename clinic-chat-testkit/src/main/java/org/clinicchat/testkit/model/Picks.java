package org.clinicchat.testkit.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /**
     * Seven steps of ten are about one conversation, that of Rossi and Anna: histories are short, and only a conversation to
     * which much happens comes to its second automatic reply, its second page, and the mark that outlives a ticket.
     */
    private static final int HOT = 700;

    private static final List<Actor> HOT_ACTORS = weighed(Map.of(
            Actor.patient(MARCO, Cast.ANNA), 8,
            Actor.practitioner(MARCO, Cast.ROSSI), 6,
            Actor.substitute(MARCO, Cast.VERDI, Cast.ROSSI), 4,
            Actor.substitute(MARCO, Cast.NERI, Cast.ROSSI), 2));

    /** Who acts elsewhere; the likelier the more useful. */
    private static final List<Actor> ACTORS = Stream.of(
                    weighed(Map.of(
                            Actor.patient(MARCO, Cast.ANNA), 14,
                            Actor.practitioner(MARCO, Cast.ROSSI), 16,
                            Actor.substitute(MARCO, Cast.VERDI, Cast.ROSSI), 6,
                            Actor.patient(MARCO, Cast.BRUNO), 20,
                            Actor.patient(MARCO, Cast.NORA), 10,
                            Actor.practitioner(MARCO, Cast.VERDI), 8,
                            Actor.patient(LUCA, Cast.ANNA), 24,
                            Actor.practitioner(LUCA, Cast.ROSSI), 18,
                            Actor.substitute(LUCA, Cast.VERDI, Cast.ROSSI), 2)),
                    Cast.practiceActors(MARCO),
                    Cast.patientActors(MARCO))
            .flatMap(List::stream)
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

    /** One of those that came last, mostly: what was given out long ago is seldom of use to anybody. */
    static <T> Optional<T> pickRecent(List<T> all, int number) {
        int from = number % 4 == 3 ? 0 : Math.max(0, all.size() - 3);
        return pickIfAny(all.subList(from, all.size()), number / 4);
    }

    static boolean isHot(Step step) {
        return step.who() < HOT;
    }

    static Actor actor(Step step) {
        return actor(step, actor -> true);
    }

    static Actor practiceActor(Step step) {
        return actor(step, Actor::isPractitioner);
    }

    static Actor patientActor(Step step) {
        return actor(step, actor -> !actor.isPractitioner());
    }

    private static Actor actor(Step step, Predicate<Actor> such) {
        List<Actor> actors = isHot(step) ? HOT_ACTORS : ACTORS;
        return pick(actors.stream().filter(such).toList(), step.who());
    }

    static ClinicId clinic(Step step) {
        return !isHot(step) && step.who() % 2 == 0 ? LUCA : MARCO;
    }

    /** Whose settings or groups are changed: the hot conversation's owner in most steps. */
    static PractitionerId owner(Step step, PractitionerId... others) {
        return isHot(step) ? Cast.ROSSI : pick(List.of(others), step.where());
    }

    /** Mostly by people, at times by the id of any conversation of any clinic, or of none. */
    static Where where(History history, Actor actor, Step step) {
        int number = step.where() / 6;
        if (step.where() % 6 < 5) {
            return between(actor, isHot(step) ? 0 : number);
        }
        Optional<ModelConversation> hot =
                history.model.clinic(MARCO).conversation(new Where.Between(Cast.ROSSI, Cast.ANNA));
        if (isHot(step) && hot.isPresent()) {
            return new Where.Known(hot.get().id);
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

    /** A message of the actor's own, any of the conversation that is meant, of another one, or none. */
    static MessageId message(History history, Actor actor, Where where, int number) {
        ModelClinic clinic = history.model.clinic(actor.clinic());
        List<MessageId> there = clinic.resolve(where).flatMap(clinic::conversation).stream()
                .flatMap(conversation -> conversation.log.stream().map(message -> message.id()))
                .toList();
        List<MessageId> own = clinic.resolve(where).flatMap(clinic::conversation).stream()
                .flatMap(conversation -> conversation.log.stream())
                .filter(message -> message.authorship().author().equals(actor.self()))
                .map(message -> message.id())
                .toList();
        if (number % 8 < 4 && !own.isEmpty()) {
            return pick(own, number / 8);
        }
        List<MessageId> elsewhere = clinic.conversations.stream()
                .flatMap(conversation -> conversation.log.stream().map(message -> message.id()))
                .toList();
        boolean lost = number % 8 == 7 || there.isEmpty();
        List<MessageId> strange = Stream.concat(
                        elsewhere.stream(), Stream.of(MessageId.of("never-given-out-by-us"), MessageId.of("no/id")))
                .toList();
        return pick(lost ? strange : there, number / 8);
    }

    private static List<Actor> weighed(Map<Actor, Integer> weights) {
        return weights.entrySet().stream()
                .sorted(Comparator.comparing(entry -> Words.who(entry.getKey())))
                .flatMap(entry -> Collections.nCopies(entry.getValue(), entry.getKey()).stream())
                .toList();
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
