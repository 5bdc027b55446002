package org.clinicchat.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.clinicchat.jdbc.WatchedDataSource.Kind;
import org.clinicchat.jdbc.WatchedDataSource.Moment;
import org.clinicchat.jdbc.WatchedDataSource.Step;

/** A watch that holds the steps for which a trap was set, each until it is let go; all others pass. */
final class Held implements WatchedDataSource.Watch {

    private static final long DEADLOCK_SECONDS = 60;

    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final List<Trap> breaks = new CopyOnWriteArrayList<>();

    @Override
    public void at(Step step) throws SQLException {
        for (Trap trap : traps) {
            if (trap.takes(step)) {
                trap.hold();
            }
        }
        for (Trap trap : breaks) {
            if (trap.takes(step)) {
                step.breakHere();
            }
        }
    }

    /** The connection breaks at the first step of this kind. */
    void breakFirst(Predicate<Step> which) {
        breaks.add(new Trap(which));
    }

    /** A trap for the first step of this kind. */
    Trap first(Predicate<Step> which) {
        Trap trap = new Trap(which);
        traps.add(trap);
        return trap;
    }

    /** A trap for a statement or commit that is about to be made by a thread of this name: the first of them is number 0. */
    Trap before(String thread, int number) {
        AtomicInteger count = new AtomicInteger();
        return first(step -> isNext(step) && isBy(thread) && count.getAndIncrement() == number);
    }

    private static boolean isNext(Step step) {
        return step.moment() == Moment.BEFORE && (step.kind() == Kind.STATEMENT || step.kind() == Kind.COMMIT);
    }

    static boolean isBy(String thread) {
        return Thread.currentThread().getName().startsWith(thread);
    }

    /** Holds one step. */
    static final class Trap {
        private final Predicate<Step> which;
        private final AtomicBoolean sprung = new AtomicBoolean();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        private Trap(Predicate<Step> which) {
            this.which = which;
        }

        private boolean takes(Step step) {
            return !sprung.get() && which.test(step) && sprung.compareAndSet(false, true);
        }

        private void hold() {
            reached.countDown();
            await(free);
        }

        boolean isReached() {
            return reached.getCount() == 0;
        }

        void awaitReached() {
            await(reached);
        }

        /** Lets the step go on; a trap that holds none will hold none. */
        void letGo() {
            sprung.set(true);
            free.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(DEADLOCK_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("a step was not reached, or not let go");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
