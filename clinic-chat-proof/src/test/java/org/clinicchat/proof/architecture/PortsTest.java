package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import org.clinicchat.conversation.Change;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.IdSource;
import org.clinicchat.port.Storage;
import org.clinicchat.port.Transport;
import org.junit.jupiter.api.Test;

/** What every adapter relies on: no port answers by itself, and every question names its clinic. */
class PortsTest {

    /** They hold the ports, make ids and end a listening: nothing of these is any clinic's. */
    private static final Set<String> OF_NO_CLINIC =
            Set.of(Storage.class.getName(), IdSource.class.getName(), Transport.Listening.class.getName());

    private static final ArchRule NO_DEFAULT_ANSWER = noMethods()
            .that()
            .areDeclaredInClassesThat(
                    describe("are ports or the visitor of changes", PortsTest::isImplementedByAdapters))
            .and(describe(
                    "are of the instance", method -> !method.getModifiers().contains(JavaModifier.STATIC)))
            .should(new ArchCondition<>("have a body") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean isAbstract = method.getModifiers().contains(JavaModifier.ABSTRACT);
                    events.add(new SimpleConditionEvent(method, !isAbstract, method.getFullName() + " has a body"));
                }
            });

    private static final ArchRule NAMES_ITS_CLINIC = methods()
            .that()
            .areDeclaredInClassesThat(describe("are ports", PortsTest::isPort))
            .and()
            .areDeclaredInClassesThat(
                    describe("keep or carry something", type -> !OF_NO_CLINIC.contains(type.getName())))
            .should(new ArchCondition<>("take a clinic") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean takesClinic =
                            method.getParameterTypes().stream().anyMatch(type -> leadsToClinic(type, new HashSet<>()));
                    events.add(
                            new SimpleConditionEvent(method, takesClinic, method.getFullName() + " takes no clinic"));
                }
            });

    @Test
    void noPortAnswersByItself() {
        Classes.check(NO_DEFAULT_ANSWER);
    }

    @Test
    void aDefaultAnswerIsFound() {
        Classes.assertFinds(
                NO_DEFAULT_ANSWER,
                "package org.clinicchat.port; public interface Scanner { default boolean clean() { return true; } }");
    }

    @Test
    void everyQuestionNamesItsClinic() {
        Classes.check(NAMES_ITS_CLINIC);
    }

    @Test
    void aQuestionToAllClinicsIsFound() {
        Classes.assertFinds(
                NAMES_ITS_CLINIC,
                "package org.clinicchat.port; import org.clinicchat.message.*; public interface Log { "
                        + "java.util.List<Message> all(); }",
                "package org.clinicchat.port; import org.clinicchat.message.*; public interface Finder { "
                        + "Message find(ConversationId conversation, MessageId message); }");
    }

    private static boolean isImplementedByAdapters(JavaClass type) {
        return isPort(type) || type.isEquivalentTo(Change.Visitor.class);
    }

    /** An interface that its own room does not implement; what it implements are values. */
    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.getPackageName().equals(RoomsTest.packageOf("port"))
                && type.getAllSubclasses().stream()
                        .noneMatch(each -> each.getPackageName().equals(type.getPackageName()));
    }

    private static boolean leadsToClinic(JavaType type, Set<JavaClass> seen) {
        return type.getAllInvolvedRawTypes().stream()
                .filter(part -> part.getPackageName().startsWith("org.clinicchat."))
                .filter(seen::add)
                .anyMatch(part -> part.isEquivalentTo(ClinicId.class)
                        || part.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .anyMatch(field -> leadsToClinic(field.getType(), seen)));
    }
}
