package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.Breakdown;
import org.clinicchat.testkit.FaultStore;
import org.clinicchat.testkit.contract.FaultContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A storage that breaks down as it may not is caught: by a fault that talks, that lies, or that is none. */
class WrongFaultsAreCaughtTest {

    private static volatile UnaryOperator<RuntimeException> wrong = fault -> fault;

    /** What the launcher runs. */
    static class OnWrongFaults implements FaultContract {
        private static final Storage SHARED = InMemoryStorage.create();

        @Override
        public Storage storage() {
            return SHARED;
        }

        @Override
        public Storage otherNode() {
            return SHARED;
        }

        @Override
        public List<Breakdown> breakdowns(Storage storage) {
            FaultStore store = FaultStore.over(storage);
            return List.of(new AnswerLost(store, new BentStorage(store, (right, method, arguments, call) -> {
                try {
                    return call.with(arguments);
                } catch (IllegalStateException e) {
                    throw wrong.apply((StorageFault) e.getCause());
                }
            })));
        }
    }

    /** Loses the answer of a call, and says of it what is wrong. */
    private record AnswerLost(FaultStore store, Storage storage) implements Breakdown {

        @Override
        public void strike(long step) {
            store.strike(step, FaultStore.Fault.ANSWER_LOST);
        }

        @Override
        public void heal() {
            store.heal();
        }

        @Override
        public boolean hasStruck() {
            return store.hasStruck();
        }
    }

    static Stream<UnaryOperator<RuntimeException>> wrongs() {
        return Stream.of(
                fault -> new StorageFault("Dr-Rossi is locked. Try again.", false, null),
                fault -> new StorageFault("Try again.", false, new SQLException("duplicate key (dr-rossi, anna)")),
                fault -> new StorageFault("Try again.", false, new SQLException(new SQLException("'Ho la febbre'"))),
                fault -> suppressing(fault, new SQLException("a row of Bruno")),
                fault -> new StorageFault(" ", false, null),
                fault -> new StorageFault("Try again.", true, null),
                fault -> new IllegalStateException("The connection is closed."));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void itIsCaught(UnaryOperator<RuntimeException> bad) {
        wrong = bad;
        TestExecutionSummary summary = run();
        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures())
                .allSatisfy(failure -> assertThat(failure.getException()).isInstanceOf(AssertionError.class));
    }

    @Test
    void aRightFaultIsNone() {
        wrong = fault -> fault;
        TestExecutionSummary summary = run();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
    }

    private static RuntimeException suppressing(RuntimeException fault, Throwable beneath) {
        fault.addSuppressed(beneath);
        return fault;
    }

    /** The first of the operations, a send, is enough to see it. */
    private static TestExecutionSummary run() {
        MethodSelector method = DiscoverySelectors.selectMethod(
                OnWrongFaults.class, "aFaultLeavesAllOrNothing", "org.clinicchat.testkit.contract.FacadeOperation");
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectIteration(method, 0))
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
