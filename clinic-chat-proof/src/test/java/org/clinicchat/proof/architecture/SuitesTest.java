package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.clinicchat.proof.Project;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** What proves a rule is run: a test that the build would pass over, or a suite that no adapter takes up, proves nothing. */
class SuitesTest {

    private static final ArchRule IS_RUN = classes()
            .that(describe("declare tests", SuitesTest::declaresTests))
            .should(new ArchCondition<>("be run by the build") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean isRun = Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                            .anyMatch(SuitesTest::isTakenByTheBuild);
                    events.add(new SimpleConditionEvent(type, isRun, type.getName() + " is run by nothing"));
                }
            });

    /** How the names of each storage's test classes begin. */
    private static final List<String> STORAGES = List.of("InMemory", "H2", "Maria", "Postgres");

    private static final ArchRule IS_RUN_ON_EVERY_STORAGE = classes()
            .that(describe("are suites of storages", SuitesTest::isOfStorages))
            .should(new ArchCondition<>("be run on every storage") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (String storage : STORAGES) {
                        boolean isRun = type.getAllSubclasses().stream()
                                .filter(SuitesTest::isTakenByTheBuild)
                                .anyMatch(
                                        test -> outermost(test).getSimpleName().startsWith(storage));
                        String name = type.getName() + " is not run on " + storage;
                        events.add(new SimpleConditionEvent(type, isRun, name));
                    }
                }
            });

    @Test
    void everyTestIsRun() {
        IS_RUN.check(Classes.TESTS);
    }

    @Test
    void aTestThatIsNotRunIsFound() {
        Classes.assertFinds(
                IS_RUN,
                "package org.clinicchat.testkit.contract; "
                        + "public interface NobodysContract { @org.junit.jupiter.api.Test default void it() {} }",
                "package org.clinicchat.people; class Forgotten { @org.junit.jupiter.api.Test void it() {} }",
                "package org.clinicchat.people; "
                        + "abstract class UnfinishedTest { @net.jqwik.api.Property void it() {} }");
    }

    @Test
    void everyStorageTakesEverySuite() {
        IS_RUN_ON_EVERY_STORAGE.check(Classes.TESTS);
    }

    @Test
    void aSuiteThatAStorageForgetsIsFound() {
        Classes.assertFinds(
                IS_RUN_ON_EVERY_STORAGE,
                "package org.clinicchat.testkit.contract; public interface ForgottenContract "
                        + "extends org.clinicchat.testkit.contract.StorageUnderTest "
                        + "{ @org.junit.jupiter.api.Test default void it() {} }",
                "package org.clinicchat.testkit.model; public abstract class ForgottenProperties "
                        + "{ @net.jqwik.api.Property void it() {} }");
    }

    @Test
    void noBuildLeavesATestOut() {
        assertThat(Project.files(Project.ROOT, "pom.xml"))
                .noneMatch(pom -> leavesTestsOut(Project.text(pom).orElseThrow()));
    }

    @Test
    void aBuildThatLeavesATestOutIsFound() {
        String pom = "<plugin><artifactId>maven-surefire-plugin</artifactId><configuration>%s</configuration></plugin>"
                + "<plugin><artifactId>another</artifactId><excludes/></plugin>";
        assertThat(leavesTestsOut(pom.formatted("<excludes><exclude>**/SlowTest.java</exclude></excludes>")))
                .isTrue();
        assertThat(leavesTestsOut(pom.formatted("<excludedGroups>slow</excludedGroups>")))
                .isTrue();
        assertThat(leavesTestsOut(pom.formatted("<forkCount>2</forkCount>"))).isFalse();
    }

    /** Whether a build tells the plugin that runs tests to pass over some. */
    private static boolean leavesTestsOut(String pom) {
        return Stream.of(pom.split("</plugin>"))
                .map(plugin -> plugin.split("maven-surefire-plugin", 2))
                .anyMatch(plugin -> plugin.length == 2 && plugin[1].contains("<exclude"));
    }

    private static boolean isOfStorages(JavaClass type) {
        boolean isContract = type.getPackageName().equals("org.clinicchat.testkit.contract")
                && type.isAssignableTo("org.clinicchat.testkit.contract.StorageUnderTest");
        return declaresTests(type)
                && !isTakenByTheBuild(type)
                && (isContract || type.getPackageName().equals("org.clinicchat.testkit.model"));
    }

    private static boolean declaresTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
    }

    /** Surefire looks for these names in the tests of a module, never in the testkit that it publishes. */
    private static boolean isTakenByTheBuild(JavaClass type) {
        JavaClass outermost = outermost(type);
        String name = outermost.getSimpleName();
        boolean isAbstract = type.getModifiers().contains(JavaModifier.ABSTRACT);
        return !isAbstract
                && (name.endsWith("Test") || name.endsWith("Properties"))
                && outermost.getSource().orElseThrow().getUri().getPath().contains("/test-classes/");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(SuitesTest::outermost).orElse(type);
    }
}
