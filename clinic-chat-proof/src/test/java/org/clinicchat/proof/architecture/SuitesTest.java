package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
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

    private static boolean declaresTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
    }

    /** Surefire looks for these names in the tests of a module, never in the testkit that it publishes. */
    private static boolean isTakenByTheBuild(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        boolean isAbstract = type.getModifiers().contains(JavaModifier.ABSTRACT);
        return !isAbstract
                && (name.endsWith("Test") || name.endsWith("Properties"))
                && outermost.getSource().orElseThrow().getUri().getPath().contains("/test-classes/");
    }
}
