package org.clinicchat.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.ConversationPosition;

/** A listener that remembers what it heard. */
final class Hearing implements Consumer<ConversationPosition> {

    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<ConversationPosition> heard = new ArrayList<>();

    Hearing(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void accept(ConversationPosition position) {
        lock.lock();
        try {
            heard.add(position);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it hears that the conversation is as far as this, or farther; waits for it. */
    boolean hears(ConversationPosition position) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (left > 0 && heard.stream().noneMatch(other -> reaches(other, position))) {
                left = more.awaitNanos(left);
            }
            return heard.stream().anyMatch(other -> reaches(other, position));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    List<ConversationPosition> heardIn(ClinicId clinic) {
        lock.lock();
        try {
            return heard.stream()
                    .filter(position -> position.key().clinic().equals(clinic))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private static boolean reaches(ConversationPosition heard, ConversationPosition asked) {
        return heard.key().equals(asked.key()) && heard.revision() >= asked.revision();
    }
}
