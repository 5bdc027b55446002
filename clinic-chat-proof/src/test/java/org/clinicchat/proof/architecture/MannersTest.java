package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How all of the code behaves, wherever it lies. */
class MannersTest {

    /** The trace hunt listens to what others print, and its tests see that it hears. */
    private static final String HUNTS = "org\\.clinicchat\\.testkit\\.trace\\.(Console|Leaks)";

    private static final ArchRule PRINTS_NOTHING = noClasses()
            .that()
            .resideOutsideOfPackages("org.clinicchat.examples..", "org.clinicchat.benchmarks..")
            .and()
            .haveNameNotMatching(HUNTS)
            .should()
            .accessTargetWhere(describe("prints", MannersTest::prints));

    private static final ArchRule HAS_A_NAME_OF_THE_FIELD = noClasses()
            .should()
            .haveNameMatching(".*[.$](\\w*(Manager|Helper)\\w*|\\w*(Util|Utils|Impl|Base)|Abstract\\w*)");

    private static final ArchRule SKIPS_NO_TEST = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.junit.jupiter.api.condition..")
                    .or(describe(
                            "skip tests",
                            type -> Set.of(
                                            "org.junit.jupiter.api.Assumptions",
                                            "org.junit.jupiter.api.Disabled",
                                            "org.assertj.core.api.Assumptions",
                                            "org.assertj.core.api.BDDAssumptions",
                                            "net.jqwik.api.Assume",
                                            "org.opentest4j.TestAbortedException",
                                            "net.jqwik.api.Disabled")
                                    .contains(type.getName()))));

    /** Two transactions that were in each other's way wait a little before they try again: that is no test's sleep. */
    private static final String BACKS_OFF = "org.clinicchat.jdbc.Transactions";

    private static final ArchRule SLEEPS_NEVER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BACKS_OFF)
            .and()
            .resideOutsideOfPackage("org.clinicchat.benchmarks..jmh_generated")
            .should()
            .accessTargetWhere(describe("sleeps", MannersTest::sleeps));

    @Test
    void nothingPrints() {
        Classes.check(PRINTS_NOTHING);
        PRINTS_NOTHING.check(Classes.TESTS);
    }

    @Test
    void whatPrintsIsFound() {
        Classes.assertFinds(
                PRINTS_NOTHING,
                "package org.clinicchat.inbox; class Prints { void it() { System.out.println(); } }",
                "package org.clinicchat.inbox; class Warns { Object it = System.err; }",
                "package org.clinicchat.inbox; class Dumps { void it(Exception e) { e.printStackTrace(); } }");
    }

    @Test
    void namesAreOfTheField() {
        Classes.check(HAS_A_NAME_OF_THE_FIELD);
        HAS_A_NAME_OF_THE_FIELD.check(Classes.TESTS);
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        Classes.assertFinds(
                HAS_A_NAME_OF_THE_FIELD,
                "package org.clinicchat.inbox; class SessionManager {}",
                "package org.clinicchat.inbox; class TestHelpers {}",
                "package org.clinicchat.inbox; class StringUtils {}",
                "package org.clinicchat.inbox; class StoreImpl {}",
                "package org.clinicchat.inbox; class AbstractStore {}",
                "package org.clinicchat.inbox; class StoreBase {}");
    }

    @Test
    void noTestIsSkipped() {
        SKIPS_NO_TEST.check(Classes.TESTS);
    }

    @Test
    void aSkippedTestIsFound() {
        Classes.assertFinds(
                SKIPS_NO_TEST,
                "package org.clinicchat.testkit; class Off { @org.junit.jupiter.api.Disabled void it() {} }",
                "package org.clinicchat.testkit; class Perhaps { "
                        + "void it() { org.junit.jupiter.api.Assumptions.assumeTrue(false); } }",
                "package org.clinicchat.testkit; class Supposes { "
                        + "void it() { org.assertj.core.api.BDDAssumptions.given(true).isFalse(); } }",
                "package org.clinicchat.testkit; class Drops { void it() { net.jqwik.api.Assume.that(false); } }",
                "package org.clinicchat.testkit; class Elsewhere { "
                        + "@org.junit.jupiter.api.condition.EnabledIf(\"it\") void it() {} }");
    }

    @Test
    void noTestSleeps() {
        Classes.check(SLEEPS_NEVER);
        SLEEPS_NEVER.check(Classes.TESTS);
    }

    @Test
    void aSleepIsFound() {
        Classes.assertFinds(
                SLEEPS_NEVER,
                "package org.clinicchat.testkit; class Naps { "
                        + "void it() throws InterruptedException { Thread.sleep(1); } }",
                "package org.clinicchat.testkit; class Dozes { "
                        + "void it() throws InterruptedException { java.util.concurrent.TimeUnit.DAYS.sleep(1); } }",
                "package org.clinicchat.testkit; class Drowses { "
                        + "synchronized void it() throws InterruptedException { wait(1); } }",
                "package org.clinicchat.testkit; class Tarries { "
                        + "void it(Thread t) throws InterruptedException { t.join(1); } }",
                "package org.clinicchat.testkit; class Rests { "
                        + "void it() { java.util.concurrent.locks.LockSupport.parkNanos(1); } }");
    }

    private static boolean prints(JavaAccess<?> access) {
        boolean isStream = access.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(access.getName());
        return isStream
                || (access.getName().equals("printStackTrace")
                        && access.getTargetOwner().isAssignableTo(Throwable.class));
    }

    /** A wait that ends by itself hides that nothing came; one for a condition says what it waits for. */
    private static boolean waitsForTime(JavaAccess<?> access) {
        return access instanceof JavaMethodCall call
                && Set.of("java.lang.Object.wait", "java.lang.Thread.join")
                        .contains(call.getTargetOwner().getName() + "." + call.getName())
                && !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean sleeps(JavaAccess<?> access) {
        return waitsForTime(access)
                || Set.of(
                                "java.lang.Thread.sleep",
                                "java.util.concurrent.TimeUnit.sleep",
                                "java.util.concurrent.TimeUnit.timedWait",
                                "java.util.concurrent.TimeUnit.timedJoin",
                                "java.util.concurrent.locks.LockSupport.parkNanos",
                                "java.util.concurrent.locks.LockSupport.parkUntil")
                        .contains(access.getTargetOwner().getName() + "." + access.getName());
    }
}
