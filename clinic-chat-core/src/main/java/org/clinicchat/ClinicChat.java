package org.clinicchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.internal.RandomIds;
import org.clinicchat.internal.Shell;
import org.clinicchat.internal.Wiring;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.IdSource;
import org.clinicchat.port.JoinedStorage;
import org.clinicchat.port.Storage;
import org.clinicchat.port.Transport;

/**
 * The chat, embedded in a host. Made once for an application and closed with it; safe for any number of threads. Several
 * nodes may share one storage.
 *
 * <pre>{@code
 * try (ClinicChat chat = ClinicChat.on(InMemoryStorage.create()).build()) {
 *     Clinic clinic = chat.clinic(ClinicId.of("san-marco"));
 *     clinic.patient(anna).conversationWith(rossi).send(Draft.of(anna, "Buongiorno, dottore")).orThrow();
 * }
 * }</pre>
 */
public final class ClinicChat implements AutoCloseable {

    private final Shell shell;
    private final Optional<ExecutorService> ownExecutor;

    private ClinicChat(Builder builder) {
        ownExecutor = builder.executor.isPresent() ? Optional.empty() : Optional.of(deliveryThreads());
        Executor delivery = builder.executor.or(() -> ownExecutor).orElseThrow();
        Wiring wiring = new Wiring(builder.storage, builder.clock, builder.ids, builder.care);
        shell = new Shell(wiring, builder.transport, delivery, builder.sweepEvery);
    }

    /**
     * Begins to put a chat together. Only the storage must be said; all else has a default.
     *
     * @param storage where everything is kept
     * @return what else can be said
     */
    public static Builder on(Storage storage) {
        return new Builder(storage);
    }

    /**
     * A clinic. It need not be made first: it is there as soon as the host puts something into it.
     *
     * @param id which
     * @return the clinic
     */
    public Clinic clinic(ClinicId id) {
        return new Clinic(shell, id);
    }

    /**
     * The chat inside a transaction of the host's, with the same switches, clock and ids; it shares nothing else with this one
     * that could outlive the transaction.
     *
     * @param storage the storage inside the transaction, as the adapter gives it
     * @return the chat inside it
     */
    public JoinedChat joining(JoinedStorage storage) {
        return new JoinedChat(shell.joining(Objects.requireNonNull(storage, "storage")));
    }

    /**
     * Looks for what live subscribers have not been told, and tells them (LIVE-2). It happens by itself, in the rhythm of
     * {@link Builder#sweepEvery}.
     */
    @Enforces("LIVE-2")
    public void sweep() {
        shell.sweep();
    }

    /**
     * Lets no new call in, waits for those under way to be settled, and ends all subscriptions. Once it has returned, whoever
     * closed it, the storage is asked nothing more, and no listener is called, but for a call under way. The storage is the
     * host's to close. A call after it throws {@link IllegalStateException}.
     */
    @Override
    public void close() {
        shell.close();
        ownExecutor.ifPresent(ExecutorService::shutdown);
    }

    private static ExecutorService deliveryThreads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "clinic-chat-live-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Puts a chat together. Not safe for several threads. */
    public static final class Builder {

        private final Storage storage;
        private CareSettings care = CareSettings.defaults();
        private InstantSource clock = InstantSource.system();
        private IdSource ids = new RandomIds();
        private Optional<Transport> transport = Optional.empty();
        private Optional<Executor> executor = Optional.empty();
        private Optional<Duration> sweepEvery = Optional.of(Duration.ofSeconds(5));

        private Builder(Storage storage) {
            this.storage = Objects.requireNonNull(storage, "storage");
        }

        /**
         * The switches of the care chat; by default the rulebook's. All nodes must have the same.
         *
         * @param settings the switches
         * @return this
         */
        public Builder care(CareSettings settings) {
            care = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * The clock; by default the system's. It dates messages and opens and closes periods, and never orders anything.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Where ids come from; by default 128 random bits.
         *
         * @param source the ids
         * @return this
         */
        public Builder ids(IdSource source) {
            ids = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * How nodes tell each other that a conversation has moved on; by default they do not, and other nodes' subscribers
         * are told by the sweep.
         *
         * @param signals the transport
         * @return this
         */
        public Builder transport(Transport signals) {
            transport = Optional.of(signals);
            return this;
        }

        /**
         * Which threads call live listeners; by default four daemon threads of the chat's own. A listener has its thread for
         * as long as it runs: as many slow ones as there are threads hold up all others.
         *
         * @param threads the executor; the host closes it
         * @return this
         */
        public Builder deliverOn(Executor threads) {
            executor = Optional.of(threads);
            return this;
        }

        /**
         * How often subscriptions are compared with the log; by default every 5 seconds (LIVE-2).
         *
         * @param interval more than zero
         * @return this
         */
        public Builder sweepEvery(Duration interval) {
            if (interval.toMillis() < 1) {
                throw new IllegalArgumentException("the sweep needs an interval of a millisecond or more");
            }
            sweepEvery = Optional.of(interval);
            return this;
        }

        /**
         * Sweeps only when {@link ClinicChat#sweep()} is called; for tests, and for hosts with a scheduler of their own.
         *
         * @return this
         */
        public Builder sweepOnDemand() {
            sweepEvery = Optional.empty();
            return this;
        }

        /**
         * The chat.
         *
         * @return a chat to be closed by the host
         */
        public ClinicChat build() {
            return new ClinicChat(this);
        }
    }
}
