package org.clinicchat.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers who come at the same time share a transaction. A few go straight through, each in his own thread: a batch would
 * cost them more than it saves. When there are more, so many of them write at once; whoever comes then waits, and the next who
 * is done takes all who wait along. So a batch forms while the one before it is under way, and nobody waits on a clock.
 *
 * @param <C> what is stored
 * @param <A> what is answered
 */
final class GroupCommit<C, A> {

    private final int few;
    private final int writers;
    private final int most;
    private final BiPredicate<C, C> together;
    private final Function<List<C>, List<A>> store;
    private final Deque<Caller<C, A>> waiting = new ArrayDeque<>();
    private int writing;
    private int inside;

    /**
     * Shares what is stored.
     *
     * @param few so many go straight through, if there are no more
     * @param writers how many write at once if there are
     * @param most the largest batch
     * @param together whether two may be of one batch
     * @param store stores a batch, and answers each in its order; what it throws is thrown to all of them
     */
    GroupCommit(int few, int writers, int most, BiPredicate<C, C> together, Function<List<C>, List<A>> store) {
        this.few = few;
        this.writers = writers;
        this.most = most;
        this.together = together;
        this.store = store;
    }

    /** Stores this, alone or with others, and returns when it is stored. */
    A store(C content) {
        Caller<C, A> caller = new Caller<>(content, Thread.currentThread());
        if (mustWait(caller)) {
            caller.await();
        }
        if (!caller.isAnswered()) {
            write(batchOf(caller));
        }
        return caller.answer();
    }

    private synchronized boolean mustWait(Caller<C, A> caller) {
        inside++;
        if (writing < atOnce()) {
            writing++;
            return false;
        }
        waiting.add(caller);
        return true;
    }

    private int atOnce() {
        return inside <= few ? few : writers;
    }

    private synchronized List<Caller<C, A>> batchOf(Caller<C, A> first) {
        List<Caller<C, A>> batch = new ArrayList<>();
        batch.add(first);
        Iterator<Caller<C, A>> others = waiting.iterator();
        while (batch.size() < most && others.hasNext()) {
            Caller<C, A> other = others.next();
            if (together.test(first.content(), other.content())) {
                batch.add(other);
                others.remove();
            }
        }
        return batch;
    }

    private void write(List<Caller<C, A>> batch) {
        try {
            List<A> answers = store.apply(batch.stream().map(Caller::content).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answered(answers.get(i), null);
            }
        } catch (Throwable e) {
            batch.forEach(caller -> caller.answered(null, e));
        } finally {
            handOn(batch.size());
        }
    }

    /** The next who waits writes next, unless enough others write. */
    private synchronized void handOn(int done) {
        inside -= done;
        writing--;
        while (writing < atOnce() && !waiting.isEmpty()) {
            writing++;
            waiting.remove().go();
        }
    }

    /** Somebody who stores something. */
    private static final class Caller<C, A> {
        private final C content;
        private final Thread thread;
        private volatile boolean mayGo;
        private volatile boolean answered;
        private @Nullable A answer;
        private @Nullable Throwable thrown;

        Caller(C content, Thread thread) {
            this.content = content;
            this.thread = thread;
        }

        C content() {
            return content;
        }

        boolean isAnswered() {
            return answered;
        }

        /** An interruption changes nothing: what others may have begun for this caller is waited for. */
        void await() {
            boolean interrupted = false;
            while (!mayGo && !answered) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }

        void go() {
            mayGo = true;
            LockSupport.unpark(thread);
        }

        void answered(@Nullable A given, @Nullable Throwable fault) {
            answer = given;
            thrown = fault;
            answered = true;
            LockSupport.unpark(thread);
        }

        A answer() {
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
            if (answer == null) {
                throw new IllegalStateException("a batch left somebody without an answer");
            }
            return answer;
        }
    }
}
