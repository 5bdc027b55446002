package org.clinicchat.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.EventSlice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber: which conversations have moved, and how far he has been told. What waits is a set of conversations, never
 * of events: so it is bounded by their number, and a slow subscriber slows nobody.
 */
@Enforces({"LIVE-1", "LIVE-2", "SUB-5"})
final class LiveSubscription {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.live");
    private static final int BATCH = 100;

    private final Actor actor;
    private final Sink sink;
    private final CareShell care;
    private final Wiring wiring;
    private final Executor executor;
    private final Map<ConversationKey, Long> told = new ConcurrentHashMap<>();
    private final Map<ConversationKey, Boolean> waiting = new ConcurrentHashMap<>();
    private final Queue<ConversationKey> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean closed;

    LiveSubscription(Actor actor, Sink sink, CareShell care, Wiring wiring, Executor executor) {
        this.actor = actor;
        this.sink = sink;
        this.care = care;
        this.wiring = wiring;
        this.executor = executor;
    }

    /** Begins with what has happened until now; what was told meanwhile is looked at then. */
    void startFrom(Iterable<ConversationPosition> positions) {
        for (ConversationPosition position : positions) {
            told.putIfAbsent(position.key(), position.revision());
        }
        ready = true;
        drainSoon();
    }

    /** A conversation is said to be at a revision. */
    void tell(ConversationPosition position) {
        boolean news = position.revision() > told.getOrDefault(position.key(), -1L);
        if (news && concerns(position.key()) && waiting.putIfAbsent(position.key(), true) == null) {
            queue.add(position.key());
            drainSoon();
        }
    }

    void close() {
        closed = true;
    }

    Actor actor() {
        return actor;
    }

    private boolean concerns(ConversationKey key) {
        String self = actor.onBehalfOf().orElse(actor.self()).id();
        String there = actor.isPractitioner()
                ? key.practitioner().value()
                : key.patient().value();
        return key.clinic().equals(actor.clinic()) && self.equals(there);
    }

    private void drainSoon() {
        if (ready && !queue.isEmpty() && draining.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                draining.set(false);
                LOG.warn("The executor of live delivery takes no more. What is due waits for the next sweep.");
            }
        }
    }

    private void drain() {
        try {
            for (ConversationKey key = queue.poll(); key != null && !closed; key = queue.poll()) {
                waiting.remove(key);
                deliver(key);
            }
        } finally {
            draining.set(false);
        }
        if (!closed) {
            drainSoon();
        }
    }

    private void deliver(ConversationKey key) {
        try {
            boolean more = true;
            while (more && !closed) {
                more = deliverBatch(key);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "A subscriber was not told of the news in one conversation: {}. It stays due, and the next sweep tries again.",
                    e.getClass().getName());
        }
    }

    /** Tells the next events; returns whether there may be more. */
    private boolean deliverBatch(ConversationKey key) {
        CareFacts facts = care.facts(actor, key, Optional.empty());
        if (!facts.isVisible() || facts.head().isEmpty()) {
            return false;
        }
        long after = told.getOrDefault(key, 0L);
        if (facts.head().get().revision() <= after) {
            return false;
        }
        Answer<EventSlice> answer = wiring.storage().conversations().eventsAfter(Reading.access(facts), after, BATCH);
        if (answer instanceof Answer.Current<EventSlice> current) {
            for (ConversationEvent event : current.value().events()) {
                if (closed) {
                    return false;
                }
                sink.accept(key, Reading.shown(actor, event));
                told.put(key, event.revision().value());
            }
            return current.value().revision() > told.getOrDefault(key, 0L);
        }
        return true;
    }

    /** Where events go. */
    interface Sink {
        /** Takes one event. */
        void accept(ConversationKey key, ConversationEvent event);
    }
}
