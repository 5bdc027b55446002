package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.port.Storage;
import org.clinicchat.port.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Against adapters that honour nothing every single test of every contract fails, and none is skipped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractsBiteTest {

    private List<ContractRun.Verdict> verdicts;

    /** What the launcher runs. */
    static class OnStorageThatHonoursNothing implements StorageContract, FaultContract {
        @Override
        public Storage storage() {
            return new HonoursNothingStorage();
        }

        @Override
        public Storage otherNode() {
            return new HonoursNothingStorage();
        }
    }

    /** What the launcher runs. */
    static class OnTransportThatHonoursNothing implements TransportContract {
        @Override
        public Transport transport() {
            return new HonoursNothingTransport();
        }

        @Override
        public Transport otherNode() {
            return new HonoursNothingTransport();
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(1);
        }
    }

    @BeforeAll
    void run() {
        verdicts = Stream.of(OnStorageThatHonoursNothing.class, OnTransportThatHonoursNothing.class)
                .flatMap(test -> ContractRun.of(test).stream())
                .toList();
    }

    @Test
    void everyTestFails() {
        assertThat(verdicts).isNotEmpty().allMatch(ContractRun.Verdict::failed);
    }

    @Test
    void everyTestOfEveryContractRuns() {
        Set<String> ran = verdicts.stream()
                .map(verdict -> verdict.contract().getSimpleName())
                .collect(Collectors.toSet());
        Set<String> contracts = contracts()
                .filter(contract -> tests(contract) > 0)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(ran).isEqualTo(contracts);
        contracts()
                .forEach(contract -> assertThat(verdicts.stream()
                                .filter(verdict -> verdict.contract().equals(contract)))
                        .hasSizeGreaterThanOrEqualTo((int) tests(contract)));
    }

    @Test
    void everyContractHasTests() {
        contracts().forEach(contract -> {
            long inherited = Arrays.stream(contract.getMethods())
                    .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                    .count();
            assertThat(inherited).as(contract.getSimpleName()).isPositive();
        });
    }

    @Test
    void failuresAreFindingsAndNoAccidents() {
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(verdict.failure())
                        .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(AssertionError.class)));
    }

    private static Stream<Class<?>> contracts() {
        return ReflectionSupport.findAllClassesInPackage(
                StorageContract.class.getPackageName(),
                type -> type.isInterface() && Modifier.isPublic(type.getModifiers()),
                name -> name.endsWith("Contract"))
                .stream();
    }

    private static long tests(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .count();
    }
}
