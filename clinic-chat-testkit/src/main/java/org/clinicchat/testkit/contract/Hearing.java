package org.clinicchat.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.ConversationPosition;

/** A listener that remembers what it heard. */
final class Hearing implements Consumer<ConversationPosition> {

    private final Duration patience;
    private final List<ConversationPosition> heard = new ArrayList<>();

    Hearing(Duration patience) {
        this.patience = patience;
    }

    @Override
    public synchronized void accept(ConversationPosition position) {
        heard.add(position);
        notifyAll();
    }

    /** Whether it hears that the conversation is as far as this, or farther; waits for it. */
    synchronized boolean hears(ConversationPosition position) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (heard.stream().noneMatch(other -> reaches(other, position))) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized List<ConversationPosition> heardIn(ClinicId clinic) {
        return heard.stream()
                .filter(position -> position.key().clinic().equals(clinic))
                .toList();
    }

    private static boolean reaches(ConversationPosition heard, ConversationPosition asked) {
        return heard.key().equals(asked.key()) && heard.revision() >= asked.revision();
    }
}
