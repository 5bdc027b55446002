package org.clinicchat.session.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.ErasureListener;
import org.clinicchat.session.SessionListener;
import org.clinicchat.session.SessionSubscription;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.OnStop;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.chat.SessionId;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.desk.DeskFacts;
import org.clinicchat.session.desk.DeskNews;
import org.clinicchat.session.desk.Erasure;
import org.clinicchat.session.port.NewsListener;
import org.clinicchat.session.port.SessionHome;
import org.clinicchat.session.port.SessionIdSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call goes through: facts are added, the home decides, and whoever looks on is told. */
public final class SessionShell {

    private static final Logger LOG = LoggerFactory.getLogger("org.clinicchat.session.erased");

    private final SessionHome home;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final SessionIdSource ids;
    private final ErasureListener erasures;
    private final CallGate gate = new CallGate();
    private final NewsListener news = this::changed;
    private Watchers watchers = new Watchers(Threads.direct());
    private Optional<ExecutorService> ownThreads = Optional.empty();
    private Optional<? extends ExecutorService> sweeper = Optional.empty();

    /**
     * A shell that has not been started.
     *
     * @param home where the sessions live
     * @param settings the switches
     * @param clock the time
     * @param ids where ids come from
     * @param erasures who is told what remains
     */
    public SessionShell(
            SessionHome home,
            SessionSettings settings,
            InstantSource clock,
            SessionIdSource ids,
            ErasureListener erasures) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.erasures = erasures;
    }

    /**
     * Begins to listen and to sweep.
     *
     * @param executor which threads call listeners, or the chat's own
     * @param sweepEvery how often to sweep by itself, or never
     */
    public void start(Optional<Executor> executor, Optional<Duration> sweepEvery) {
        ownThreads = executor.isPresent() ? Optional.empty() : Optional.of(Threads.forListeners());
        watchers = new Watchers(executor.or(() -> ownThreads).orElseThrow());
        home.add(news);
        sweeper = sweepEvery.map(every -> Threads.sweeping(this::sweep, every));
    }

    /**
     * Tells a command to a desk.
     *
     * @param desk which
     * @param command what
     * @param <A> what an accepted call gives
     * @return the answer
     */
    public <A> Outcome<A> tell(DeskKey desk, DeskCommand<A> command) {
        return gate.pass(() -> home.tell(desk, command, facts()));
    }

    /**
     * A new id for a page.
     *
     * @return the id
     */
    public String newId() {
        return ids.next();
    }

    /**
     * A new id for a session.
     *
     * @return the id
     */
    public SessionId newSession() {
        return SessionId.of(ids.next());
    }

    /** Erases what is overdue. */
    public void sweep() {
        if (!gate.isClosed()) {
            gate.pass(() -> {
                home.sweep(facts());
                return true;
            });
        }
    }

    /**
     * Watches a practitioner's page.
     *
     * @param desk whose
     * @param page which
     * @param listener who is told
     * @return ends it
     */
    public SessionSubscription watchPage(DeskKey desk, PageId page, SessionListener listener) {
        return watchers.add(desk, page, listener);
    }

    /**
     * Watches a patient's view.
     *
     * @param desk with which practitioner
     * @param patient whose
     * @param listener who is told
     * @return ends it
     */
    public SessionSubscription watchPatient(DeskKey desk, PatientId patient, SessionListener listener) {
        return watchers.add(desk, patient, listener);
    }

    /** Ends everything; the second time it does nothing. */
    @Enforces("ERA-5")
    public synchronized void close() {
        boolean isFirst = !gate.isClosed();
        gate.close();
        if (isFirst) {
            sweeper.ifPresent(ExecutorService::shutdown);
            if (settings.onStop() == OnStop.ERASES) {
                home.stop(facts());
            }
            home.remove(news);
            ownThreads.ifPresent(ExecutorService::shutdown);
        }
    }

    private DeskFacts facts() {
        return DeskFacts.of(clock.instant(), settings);
    }

    private void changed(DeskKey desk, DeskNews what) {
        what.erasures().forEach(erasure -> erased(desk, erasure));
        watchers.tell(desk, what);
    }

    /** A listener of the host's may throw whatever it likes: what is erased is erased. */
    @Enforces("ERA-8")
    private void erased(DeskKey desk, Erasure erasure) {
        try {
            erasures.erased(desk.clinic(), desk.practitioner(), erasure.remains(), erasure.unviewed());
        } catch (Throwable e) {
            LOG.warn(
                    "The listener of erasures failed on session {}: {}.",
                    erasure.remains().session(),
                    e.getClass().getName());
        }
    }
}
