package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clinicchat.session.desk.Room;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionBudgetTest {

    private static final Room TOO_MUCH = new Room(0, 1_001);
    private static final Room LITTLE = new Room(0, 10);
    private static final int TRIES = 200_000;

    private final Budget budget = new Budget(new SessionBounds(1, 1_000));

    @Test
    @Tag("SAFE-6")
    void whatIsRefusedTakesNothingFromTheOthersNotEvenForAMoment() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Boolean> greedy = CompletableFuture.supplyAsync(() -> {
            boolean got = budget.reserve(TOO_MUCH);
            while (!got && !done.get()) {
                got = budget.reserve(TOO_MUCH);
            }
            return got;
        });
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            if (budget.reserve(LITTLE)) {
                budget.settle(Room.NONE.minus(LITTLE));
            } else {
                refused++;
            }
        }
        done.set(true);
        assertThat(greedy.join()).isFalse();
        assertThat(refused).isZero();
        assertThat(budget.held()).isEqualTo(Room.NONE);
    }
}
