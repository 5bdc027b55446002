package org.clinicchat.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.internal.RandomSessionIds;
import org.clinicchat.session.internal.SessionShell;
import org.clinicchat.session.port.SessionHome;
import org.clinicchat.session.port.SessionIdSource;

/**
 * The session chat, embedded in a host: what practitioner and patient write to each other while the patient is in the queue or in
 * the call. It is never stored, and when it is gone, it is gone. Made once for an application and closed with it; safe for any
 * number of threads.
 *
 * <pre>{@code
 * try (SessionChat sessions = SessionChat.in(InMemorySessions.create()).build()) {
 *     WaitingRoom room = sessions.waitingRoom(ClinicId.of("san-marco"), rossi);
 *     room.patientJoined(anna).orThrow();
 *     room.patient(anna).send(SessionDraft.of(anna, "Buongiorno, dottore")).orThrow();
 * }
 * }</pre>
 */
public final class SessionChat implements AutoCloseable {

    private final SessionShell shell;

    private SessionChat(Builder builder) {
        shell = new SessionShell(builder.home, builder.settings, builder.clock, builder.ids, builder.erasures);
        shell.start(builder.executor, builder.sweepEvery);
    }

    /**
     * Begins to put a session chat together. Only the home must be said; all else has a default.
     *
     * @param home where the sessions live
     * @return what else can be said
     */
    public static Builder in(SessionHome home) {
        return new Builder(home);
    }

    /**
     * A practitioner's waiting room. It need not be made first.
     *
     * @param clinic in which clinic
     * @param practitioner whose
     * @return the waiting room
     */
    public WaitingRoom waitingRoom(ClinicId clinic, PractitionerId practitioner) {
        return new WaitingRoom(shell, new DeskKey(clinic, practitioner));
    }

    /**
     * Erases what is overdue (ERA-5). Nobody ever sees what is overdue, for every call erases it first; this is for desks at which
     * nobody calls. It happens by itself, in the rhythm of {@link Builder#sweepEvery}.
     */
    @Enforces("ERA-5")
    public void sweep() {
        shell.sweep();
    }

    /**
     * Lets no new call in, waits for those under way, and erases every session (ERA-5; switch), of which both sides are told. A call
     * after it throws {@link IllegalStateException}.
     */
    @Override
    @Enforces("ERA-5")
    public void close() {
        shell.close();
    }

    /** Puts a session chat together. Not safe for several threads. */
    public static final class Builder {

        private final SessionHome home;
        private SessionSettings settings = SessionSettings.defaults();
        private InstantSource clock = InstantSource.system();
        private SessionIdSource ids = new RandomSessionIds();
        private ErasureListener erasures = (clinic, practitioner, remains, unviewed) -> {};
        private Optional<Executor> executor = Optional.empty();
        private Optional<Duration> sweepEvery = Optional.of(Duration.ofMinutes(1));

        private Builder(SessionHome home) {
            this.home = Objects.requireNonNull(home, "home");
        }

        /**
         * The switches; by default the rulebook's. All nodes must have the same.
         *
         * @param switches the settings
         * @return this
         */
        public Builder settings(SessionSettings switches) {
            settings = Objects.requireNonNull(switches, "switches");
            return this;
        }

        /**
         * The clock; by default the system's. It dates messages and says when an ended session is overdue.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Where ids of sessions and pages come from; by default 128 random bits.
         *
         * @param source the ids
         * @return this
         */
        public Builder ids(SessionIdSource source) {
            ids = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Who is told what remains of erased sessions, for an audit of the host's; by default nobody.
         *
         * @param listener who
         * @return this
         */
        public Builder erasures(ErasureListener listener) {
            erasures = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Which threads call listeners; by default two daemon threads of the chat's own. As many slow listeners as there are
         * threads hold up all others.
         *
         * @param threads the executor; the host closes it
         * @return this
         */
        public Builder deliverOn(Executor threads) {
            executor = Optional.of(threads);
            return this;
        }

        /**
         * How often sessions that are overdue are looked for; by default every minute. So long may a text stay in memory, seen by
         * nobody, beyond the hours that an ended session lasts.
         *
         * @param interval a millisecond or more
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
         * Sweeps only when {@link SessionChat#sweep()} is called; for tests, and for hosts with a scheduler of their own.
         *
         * @return this
         */
        public Builder sweepOnDemand() {
            sweepEvery = Optional.empty();
            return this;
        }

        /**
         * The session chat.
         *
         * @return a chat to be closed by the host
         */
        public SessionChat build() {
            return new SessionChat(this);
        }
    }
}
