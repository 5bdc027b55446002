package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.StorageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A storage that is wrong in one respect, and right in all others, is caught by the contract of that respect. */
class BrokenStoragesAreCaughtTest {

    private static final int MOST_RUNS = 30;

    private static volatile Nodes nodes = new Nodes(() -> BrokenStoragesAreCaughtTest::right);

    /** What the launcher runs. */
    static class OnBentStorage implements StorageContract {

        private final Storage right = InMemoryStorage.create();

        @Override
        public Storage storage() {
            return new BentStorage(right, nodes.here());
        }

        @Override
        public Storage otherNode() {
            return new BentStorage(right, nodes.there());
        }
    }

    /** The bends of two nodes: what a bend remembers, it remembers for its node. */
    private record Nodes(BentStorage.Bend here, BentStorage.Bend there) {
        Nodes(Supplier<BentStorage.Bend> bend) {
            this(bend.get(), bend.get());
        }
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(
                        WrongCommits.all(),
                        WrongReceipts.all(),
                        WrongChanges.all(),
                        WrongFacts.all(),
                        WrongReads.all(),
                        WrongMarks.all(),
                        WrongCounts.all(),
                        WrongLists.all(),
                        WrongRows.all(),
                        WrongPeople.all(),
                        WrongMoments.all(),
                        WrongNodes.all(),
                        WrongTimes.all(),
                        WrongClinics.all(),
                        WrongAudit.all())
                .flatMap(each -> each);
    }

    /** What goes wrong only where threads meet is caught in one of some runs. */
    @ParameterizedTest
    @MethodSource("wrongs")
    void itIsCaught(Wrong wrong) {
        TestExecutionSummary summary = runOn(wrong);
        for (int again = 0; again < MOST_RUNS && summary.getTestsFailedCount() == 0; again++) {
            summary = runOn(wrong);
        }
        assertThat(summary.getTestsStartedCount())
                .isEqualTo(tests(wrong.caughtBy()).size());
        assertThat(summary.getTestsFailedCount()).isPositive();
        assertThat(summary.getFailures())
                .anySatisfy(failure -> assertThat(failure.getException()).isInstanceOf(AssertionError.class));
    }

    private static TestExecutionSummary runOn(Wrong wrong) {
        nodes = new Nodes(wrong.bend());
        return run(wrong.caughtBy());
    }

    @Test
    void withoutABendAllIsRight() {
        nodes = new Nodes(() -> BrokenStoragesAreCaughtTest::right);
        StringWriter failures = new StringWriter();
        wrongs().map(Wrong::caughtBy)
                .distinct()
                .forEach(contract -> run(contract).printFailuresTo(new PrintWriter(failures, true)));
        assertThat(failures.toString()).isBlank();
    }

    private static Object right(Storage right, String method, Object[] arguments, BentStorage.Call call) {
        return call.with(arguments);
    }

    private static TestExecutionSummary run(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests(contract).stream()
                        .map(test -> DiscoverySelectors.selectMethod(OnBentStorage.class, test))
                        .toList())
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static List<String> tests(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(java.lang.reflect.Method::getName)
                .sorted()
                .toList();
    }
}
