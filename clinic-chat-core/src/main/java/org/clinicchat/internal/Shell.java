package org.clinicchat.internal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.JoinedStorage;
import org.clinicchat.port.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of the shell, wired once. */
public final class Shell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.live");

    private final Wiring wiring;
    private final Gate gate;
    private final Refusals refusals;
    private final LiveHub hub;
    private final Optional<UntoldNews> untold;
    private final CareShell care;
    private final Reading reading;
    private final Lists lists;
    private final Practices practices;
    private final Executor delivery;
    private final Optional<ScheduledExecutorService> sweeper;
    private final Optional<Transport.Listening> listening;

    /** Wires the shell, and begins to listen and to sweep. */
    public Shell(Wiring wiring, Optional<Transport> transport, Executor delivery, Optional<Duration> sweepEvery) {
        this.wiring = wiring;
        this.delivery = delivery;
        gate = new Gate();
        refusals = new Refusals(wiring);
        hub = new LiveHub(wiring.storage().inboxes(), gate, transport);
        untold = Optional.empty();
        care = new CareShell(wiring, refusals, gate, Optional.of(new Lanes()), hub::tell);
        reading = new Reading(wiring, refusals, gate, care);
        lists = new Lists(wiring, refusals, gate);
        practices = new Practices(wiring, refusals, gate);
        listening = transport.map(there -> there.listen(hub::tellHere));
        sweeper = sweepEvery.map(this::startSweeping);
    }

    /** The same inside a transaction of the host's: what it has to tell waits until the host says that it is committed. */
    private Shell(Shell chat, JoinedStorage storage) {
        wiring = chat.wiring.on(storage);
        delivery = chat.delivery;
        gate = chat.gate;
        refusals = new Refusals(wiring);
        hub = chat.hub;
        UntoldNews news = new UntoldNews();
        untold = Optional.of(news);
        care = new CareShell(wiring, refusals, gate, Optional.empty(), news::add);
        reading = new Reading(wiring, refusals, gate, care);
        lists = new Lists(wiring, refusals, gate);
        practices = new Practices(wiring, refusals, gate);
        listening = Optional.empty();
        sweeper = Optional.empty();
    }

    /** A shell inside a transaction of the host's. */
    public Shell joining(JoinedStorage storage) {
        gate.checkOpen();
        return new Shell(this, storage);
    }

    /** Tells what has waited for the host's commit. */
    public void afterCommit() {
        untold.ifPresent(news -> news.take().forEach(hub::tell));
    }

    /** The commands of the care chat. */
    public CareShell care() {
        return care;
    }

    /** Reading in conversations. */
    public Reading reading() {
        return reading;
    }

    /** The lists of conversations. */
    public Lists lists() {
        return lists;
    }

    /** The settings of practices. */
    public Practices practices() {
        return practices;
    }

    /** Subscribes; the given back action ends it. */
    public Outcome<Runnable> subscribe(Actor actor, BiConsumer<ConversationKey, ConversationEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        if (untold.isPresent()) {
            throw new IllegalStateException(
                    "a chat inside a transaction tells nobody live: subscribe in the ClinicChat");
        }
        return gate.pass(() -> {
            if (!maySubscribe(actor)) {
                return refusals.notFound(actor);
            }
            var subscription = new LiveSubscription(actor, listener, care, wiring, gate, delivery);
            hub.add(subscription);
            return Outcome.accepted(() -> hub.remove(subscription));
        });
    }

    private boolean maySubscribe(Actor actor) {
        return actor.isPractitioner()
                ? lists.access(actor).isPresent()
                : wiring.storage()
                        .directory()
                        .patient(actor.clinic(), actor.self().patient().orElseThrow())
                        .isPresent();
    }

    /** Compares what subscribers were told with the heads, and tells the rest. */
    public void sweep() {
        gate.checkOpen();
        hub.sweep();
    }

    /** Puts something into the directory, with its record. */
    public void put(
            Actor host, AuditAction action, List<PersonRef> about, BiConsumer<DirectoryStore, AuditRecord> change) {
        AuditRecord record =
                AuditRecord.of(action, host, Optional.empty(), wiring.now()).about(about);
        gate.run(() -> change.accept(wiring.storage().directory(), record));
    }

    /** A part of the clinic's audit. */
    public List<AuditEntry> audit(Actor host, long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException("the audit is read after 0 or more, 1 entry or more at a time");
        }
        return gate.pass(() -> wiring.storage().audit().entries(host.clinic(), after, limit));
    }

    @Override
    public void close() {
        sweeper.ifPresent(ScheduledExecutorService::shutdownNow);
        listening.ifPresent(Transport.Listening::close);
        gate.close();
        hub.close();
    }

    private ScheduledExecutorService startSweeping(Duration every) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "clinic-chat-sweep");
            thread.setDaemon(true);
            return thread;
        });
        // The future ends with the timer.
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
                this::sweepQuietly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return timer;
    }

    /** A sweep that fails must not end the sweeping. */
    private void sweepQuietly() {
        try {
            hub.sweep();
        } catch (Throwable e) {
            LOG.warn(
                    "A sweep failed: {}. The next one tries again.",
                    e.getClass().getName());
        }
    }
}
