package org.clinicchat.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Decision;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.ConversationPosition;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through its conversation's lane: what is to be decided, and what came of it. Only sends may be decided
 * together; those under one client's id may not, for the second gets what became of the first. What is not volatile is changed
 * by whoever is first in the lane alone.
 */
final class Call<T> {

    private final ConversationKey key;
    private final Actor actor;
    private final Optional<Draft> draft;
    private final Optional<ClientMessageId> clientId;
    private final Function<CareFacts, Optional<Outcome<Decision<T>>>> command;
    private final Thread thread = Thread.currentThread();
    private volatile boolean first;
    private volatile @Nullable Outcome<T> outcome;
    private boolean apart;
    private @Nullable Outcome<T> proposed;
    private @Nullable ConversationPosition news;

    /**
     * A command.
     *
     * @param draft what is sent, if it is a send
     * @param command decides; empty if the facts have moved meanwhile
     */
    Call(
            ConversationKey key,
            Actor actor,
            Optional<Draft> draft,
            Function<CareFacts, Optional<Outcome<Decision<T>>>> command) {
        this.key = key;
        this.actor = actor;
        this.draft = draft;
        this.command = command;
        clientId = draft.map(Draft::clientId).filter(ClientMessageId::isWellFormed);
        apart = clientId.isEmpty();
    }

    ConversationKey key() {
        return key;
    }

    Optional<Draft> draft() {
        return draft;
    }

    Optional<Outcome<Decision<T>>> decide(CareFacts facts) {
        return command.apply(facts);
    }

    CareQuestion question(Purpose purpose) {
        return new CareQuestion(key, actor, clientId, purpose);
    }

    /** Whether it may be decided together with all of these. */
    boolean joins(List<Call<?>> others) {
        return !apart && others.stream().noneMatch(other -> other.apart || other.clientId.equals(clientId));
    }

    /** What did not go together goes alone. */
    void goAlone(boolean alone) {
        apart = alone;
    }

    /** What its caller gets and what subscribers are told, if it is committed. */
    void propose(Outcome<T> accepted, ConversationPosition position) {
        proposed = accepted;
        news = position;
    }

    boolean committed() {
        outcome = proposed;
        LockSupport.unpark(thread);
        return true;
    }

    /** What its caller gets, where there is nothing to tell. */
    boolean settleQuietly(Outcome<T> answer) {
        news = null;
        outcome = answer;
        return true;
    }

    boolean isSettled() {
        return outcome != null;
    }

    /** What the caller gets, once subscribers have been told. */
    Outcome<T> tell(Consumer<ConversationPosition> listener) {
        if (news != null) {
            listener.accept(news);
        }
        return outcome();
    }

    Outcome<T> outcome() {
        return Objects.requireNonNull(outcome, "a lane left a command without an answer");
    }

    /** Now it is the first of its lane. */
    void go() {
        first = true;
        LockSupport.unpark(thread);
    }

    /** Returns when it is settled or the first. An interruption changes nothing: what others may have begun for it is waited for. */
    void await() {
        boolean interrupted = false;
        while (!first && !isSettled()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }
}
