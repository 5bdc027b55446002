package org.clinicchat.outcome;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a call answers: accepted with a value, or refused with the rule that said no.
 *
 * <p>A refusal has no effect: nothing is stored, sent, counted as unread or delivered later. Instances are immutable.
 *
 * @param <T> what an accepted call gives
 */
public sealed interface Outcome<T> {

    /**
     * Accepted.
     *
     * @param value what the call gives
     * @param <T> its type
     */
    record Accepted<T>(T value) implements Outcome<T> {
        /** Checks that there is a value. */
        public Accepted {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Refused.
     *
     * @param refusal which rule said no, and why
     * @param <T> what the call would have given
     */
    record Refused<T>(Refusal refusal) implements Outcome<T> {
        /** Checks that there is a refusal. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /**
     * An acceptance.
     *
     * @param value what the call gives
     * @param <T> its type
     * @return accepted
     */
    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /**
     * A refusal.
     *
     * @param refusal which rule said no
     * @param <T> what the call would have given
     * @return refused
     */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /**
     * Both cases at once.
     *
     * @param whenAccepted is given the value
     * @param whenRefused is given the refusal
     * @param <R> what both give
     * @return what the fitting function gave
     */
    default <R> R fold(
            Function<? super T, ? extends R> whenAccepted, Function<? super Refusal, ? extends R> whenRefused) {
        if (this instanceof Refused<T> refused) {
            return whenRefused.apply(refused.refusal());
        }
        return whenAccepted.apply(((Accepted<T>) this).value());
    }

    /**
     * Whether the call was accepted.
     *
     * @return true when there is a value
     */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /**
     * The value of an accepted call; for those who prefer exceptions.
     *
     * @return the value
     * @throws RefusedException when the rules said no
     */
    default T orThrow() {
        if (this instanceof Refused<T> refused) {
            throw new RefusedException(refused.refusal());
        }
        return ((Accepted<T>) this).value();
    }

    /**
     * The refusal, if there is one.
     *
     * @return the refusal, or empty when accepted
     */
    default Optional<Refusal> whyNot() {
        return this instanceof Refused<T> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    /**
     * The value, if there is one.
     *
     * @return the value, or empty when refused
     */
    default Optional<T> toOptional() {
        return this instanceof Accepted<T> accepted ? Optional.of(accepted.value()) : Optional.empty();
    }

    /**
     * The same answer with another value; a refusal stays as it is.
     *
     * @param change makes the new value
     * @param <R> its type
     * @return the changed answer
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> accepted(change.apply(value)));
    }

    /**
     * The answer of a further step that is asked only when this one was accepted.
     *
     * @param next the further step
     * @param <R> what it gives
     * @return its answer, or this refusal
     */
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        if (this instanceof Refused<T> refused) {
            return refused(refused.refusal());
        }
        return next.apply(((Accepted<T>) this).value());
    }

    /**
     * Does something with the value of an accepted call.
     *
     * @param action is given the value
     * @return this answer
     */
    default Outcome<T> ifAccepted(Consumer<? super T> action) {
        if (this instanceof Accepted<T> accepted) {
            action.accept(accepted.value());
        }
        return this;
    }

    /**
     * Does something with the refusal of a refused call.
     *
     * @param action is given the refusal
     * @return this answer
     */
    default Outcome<T> ifRefused(Consumer<? super Refusal> action) {
        whyNot().ifPresent(action);
        return this;
    }
}
