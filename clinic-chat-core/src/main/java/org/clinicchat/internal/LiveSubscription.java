package org.clinicchat.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationHead;
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
 * of events: so it is bounded by their number, and a slow subscriber slows no sender. He takes one event at a turn, so that a
 * much told one leaves the threads to others; but while his listener runs, it has one of them.
 */
@Enforces({"LIVE-1", "LIVE-2", "SUB-5"})
final class LiveSubscription {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.live");

    /** Each event is permitted and read by itself: a slow listener is told nothing after its access has ended. */
    private static final int ONE = 1;

    private final Actor actor;
    private final BiConsumer<ConversationKey, ConversationEvent> sink;
    private final CareShell care;
    private final Wiring wiring;
    private final Gate gate;
    private final Executor executor;
    private final Map<ConversationKey, Long> told = new ConcurrentHashMap<>();
    private final Map<ConversationKey, Boolean> waiting = new ConcurrentHashMap<>();
    private final Queue<ConversationKey> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean taking = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean closed;
    private volatile boolean failing;

    LiveSubscription(
            Actor actor,
            BiConsumer<ConversationKey, ConversationEvent> sink,
            CareShell care,
            Wiring wiring,
            Gate gate,
            Executor executor) {
        this.actor = actor;
        this.sink = sink;
        this.care = care;
        this.wiring = wiring;
        this.gate = gate;
        this.executor = executor;
    }

    /** Begins after what has happened until now. */
    void startFrom(Iterable<ConversationPosition> positions) {
        for (ConversationPosition position : positions) {
            told.putIfAbsent(position.key(), position.revision());
        }
        ready = true;
        takeTurns();
    }

    /** A conversation of the subscriber's is said to be at a revision. */
    void tell(ConversationPosition position) {
        boolean news = position.revision() > told.getOrDefault(position.key(), -1L);
        if (news) {
            await(position.key());
        }
        takeTurns();
    }

    void close() {
        closed = true;
    }

    Actor actor() {
        return actor;
    }

    /**
     * Hands one turn after another to the executor, as long as something is due. A turn on another thread goes on by itself when
     * it ends; one that the executor runs here and now leaves it to this loop, for else each would lie deeper than the one before.
     */
    private void takeTurns() {
        boolean taken = true;
        while (taken && isDue() && taking.compareAndSet(false, true)) {
            taken = take(new Turn(Thread.currentThread()));
        }
    }

    private boolean isDue() {
        return ready && !closed && !queue.isEmpty();
    }

    /** An executor of the host's may throw whatever it likes: no send fails for it. */
    private boolean take(Turn turn) {
        try {
            executor.execute(turn);
            return true;
        } catch (Throwable e) {
            taking.set(false);
            LOG.warn(
                    "The executor of live delivery took nothing: {}. What is due waits for the next sweep.",
                    e.getClass().getName());
            return false;
        } finally {
            turn.handing = false;
        }
    }

    /** One event of one conversation; then the others', and other subscribers, have theirs. */
    private final class Turn implements Runnable {
        private final Thread hander;
        /** Set and asked by the handing thread alone. */
        private boolean handing = true;

        Turn(Thread hander) {
            this.hander = hander;
        }

        @Override
        public void run() {
            try {
                deliverNext();
            } finally {
                taking.set(false);
                boolean withinHanding = Thread.currentThread() == hander && handing;
                if (!withinHanding) {
                    takeTurns();
                }
            }
        }
    }

    private void deliverNext() {
        ConversationKey key = queue.poll();
        if (key != null && !closed) {
            waiting.remove(key);
            if (deliver(key)) {
                await(key);
            }
        }
    }

    private void await(ConversationKey key) {
        if (waiting.putIfAbsent(key, true) == null) {
            queue.add(key);
        }
    }

    /**
     * Tells the next event; returns whether there are more. A listener of the host's may throw whatever it likes: the others,
     * and this one's other conversations, go on. One that always throws is complained of once.
     */
    private boolean deliver(ConversationKey key) {
        try {
            Optional<Answer<EventSlice>> read = gate.passIfOpen(() -> next(key)).orElse(Optional.empty());
            return read.isPresent() && tell(key, read.get());
        } catch (Throwable e) {
            complain(e);
            return false;
        }
    }

    private void complain(Throwable e) {
        if (!failing && !closed) {
            LOG.warn(
                    "A subscriber was not told of the news in one conversation: {}. It stays due, and every sweep tries again.",
                    e.getClass().getName());
        }
        failing = true;
    }

    /** What is to be told next, read within the gate; it is told outside, for a listener may take its time. */
    private Optional<Answer<EventSlice>> next(ConversationKey key) {
        CareFacts facts = care.facts(actor, key);
        long after = told.getOrDefault(key, 0L);
        long last =
                facts.isVisible() ? facts.head().map(ConversationHead::revision).orElse(0L) : 0L;
        return last <= after
                ? Optional.empty()
                : Optional.of(wiring.storage().conversations().eventsAfter(Reading.access(facts), after, ONE));
    }

    /** Tells what was read; returns whether there is more. */
    private boolean tell(ConversationKey key, Answer<EventSlice> read) {
        if (!(read instanceof Answer.Current<EventSlice> current)) {
            return true;
        }
        long last = 0;
        for (ConversationEvent event : current.value().events()) {
            last = event.revision().value();
            if (!closed) {
                sink.accept(key, Reading.shown(actor, event));
                told.put(key, last);
                failing = false;
            }
        }
        return last < current.value().revision();
    }
}
