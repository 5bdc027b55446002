package org.clinicchat.internal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
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

    /** Each event is permitted and read by itself: a slow listener is told nothing after its access has ended. */
    private static final int ONE = 1;

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

    /** Begins after what has happened until now. */
    void startFrom(Iterable<ConversationPosition> positions) {
        for (ConversationPosition position : positions) {
            told.putIfAbsent(position.key(), position.revision());
        }
        ready = true;
        drainSoon();
    }

    /** A conversation of the subscriber's is said to be at a revision. */
    void tell(ConversationPosition position) {
        boolean news = position.revision() > told.getOrDefault(position.key(), -1L);
        if (news && waiting.putIfAbsent(position.key(), true) == null) {
            queue.add(position.key());
        }
        drainSoon();
    }

    void close() {
        closed = true;
    }

    Actor actor() {
        return actor;
    }

    private void drainSoon() {
        if (ready && !closed && !queue.isEmpty() && draining.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RuntimeException e) {
                draining.set(false);
                LOG.warn(
                        "The executor of live delivery took nothing: {}. What is due waits for the next sweep.",
                        e.getClass().getName());
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
            drainSoon();
        }
    }

    /** A listener of the host's may throw whatever it likes: the others, and this one's other conversations, go on. */
    private void deliver(ConversationKey key) {
        try {
            boolean more = true;
            while (more && !closed) {
                more = deliverOne(key);
            }
        } catch (Throwable e) {
            LOG.warn(
                    "A subscriber was not told of the news in one conversation: {}. It stays due, and the next sweep tries again.",
                    e.getClass().getName());
        }
    }

    /** Tells the next event; returns whether there may be more. */
    private boolean deliverOne(ConversationKey key) {
        CareFacts facts = care.facts(actor, key);
        long after = told.getOrDefault(key, 0L);
        if (!facts.isVisible() || facts.head().isEmpty() || facts.head().get().revision() <= after) {
            return false;
        }
        Answer<EventSlice> answer = wiring.storage().conversations().eventsAfter(Reading.access(facts), after, ONE);
        if (answer instanceof Answer.Current<EventSlice> current) {
            for (ConversationEvent event : current.value().events()) {
                sink.accept(key, Reading.shown(actor, event));
                told.put(key, event.revision().value());
            }
        }
        return true;
    }

    /** Where events go. */
    interface Sink {
        /** Takes one event. */
        void accept(ConversationKey key, ConversationEvent event);
    }
}
