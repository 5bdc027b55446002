package org.clinicchat.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate();
    private final AtomicBoolean settled = new AtomicBoolean();

    @Test
    @Tag("SAFE-7")
    void whoeverClosesReturnsWhenTheCallsUnderWayAreSettled() throws InterruptedException {
        AtomicInteger early = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(3);
        List<Thread> closers = List.of(closer(early, closed), closer(early, closed), closer(early, closed));

        gate.run(() -> {
            closers.forEach(Thread::start);
            closers.forEach(GateTest::awaitWaitingOrDone);
            settled.set(true);
        });

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(early).hasValue(0);
        assertThatThrownBy(() -> gate.pass(() -> true)).isInstanceOf(IllegalStateException.class);
        assertThat(gate.passIfOpen(() -> true)).isEmpty();
        gate.close();
    }

    private Thread closer(AtomicInteger early, CountDownLatch closed) {
        return new Thread(() -> {
            gate.close();
            if (!settled.get()) {
                early.incrementAndGet();
            }
            closed.countDown();
        });
    }

    private static void awaitWaitingOrDone(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }
}
