package org.clinicchat.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contracts that a class implements, through JUnit's launcher, and tells what became of each test. */
final class ContractRun implements TestExecutionListener {

    /**
     * What became of one test.
     *
     * @param contract the interface that declares it
     * @param test its name
     * @param status how it ended; empty if it was skipped
     * @param failure why it failed, if it did
     */
    record Verdict(
            Class<?> contract, String test, Optional<TestExecutionResult.Status> status, Optional<Throwable> failure) {

        boolean failed() {
            return status.equals(Optional.of(TestExecutionResult.Status.FAILED));
        }
    }

    private final List<Verdict> verdicts = new ArrayList<>();

    private ContractRun() {}

    static List<Verdict> of(Class<?> test) {
        ContractRun run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(test))
                .build();
        LauncherFactory.create().execute(request, run);
        return run.verdicts;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        verdicts.add(verdict(identifier, Optional.empty(), Optional.empty()));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (identifier.isTest() || failed) {
            verdicts.add(verdict(identifier, Optional.of(result.getStatus()), result.getThrowable()));
        }
    }

    private static Verdict verdict(
            TestIdentifier identifier, Optional<TestExecutionResult.Status> status, Optional<Throwable> failure) {
        Class<?> contract = identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .<Class<?>>map(source -> ((MethodSource) source).getJavaMethod().getDeclaringClass())
                .orElse(Object.class);
        return new Verdict(contract, identifier.getDisplayName(), status, failure);
    }
}
