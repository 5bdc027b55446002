package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules around the core, and what each must not know. */
class ModulesTest {

    private static final String[] ADAPTERS = {"org.clinicchat.inmemory..", "org.clinicchat.jdbc.."};

    /** What the reference model must find out by itself, or it would repeat the core's mistakes. */
    private static final Set<String> DECIDED_BY_THE_CORE = Set.of(
            "AutoReplyLedger",
            "CareDecisions",
            "CareFacts",
            "CareRules",
            "Evolution",
            "ListPosition",
            "PlainText",
            "ReadState",
            "SearchKeys",
            "SearchTerms",
            "Side",
            "Tally");

    private static final DescribedPredicate<JavaClass> PUBLIC_ROOMS =
            resideInAnyPackage(Stream.concat(Stream.of(""), RoomsTest.rooms())
                    .filter(room -> !room.equals("internal"))
                    .map(RoomsTest::packageOf)
                    .toArray(String[]::new));

    private static final ArchRule TESTKIT_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage("org.clinicchat.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS);

    private static final ArchRule IN_MEMORY_KNOWS_CORE_AND_CACHE = classes()
            .that()
            .resideInAPackage("org.clinicchat.inmemory..")
            .should()
            .onlyDependOnClassesThat(PUBLIC_ROOMS.or(resideInAnyPackage(
                    "org.clinicchat.inmemory..",
                    "com.github.benmanes.caffeine.cache",
                    "java..",
                    "org.slf4j",
                    "org.jspecify..")));

    private static final ArchRule MODEL_THINKS_FOR_ITSELF = noClasses()
            .that()
            .resideInAPackage("org.clinicchat.testkit.model..")
            .should()
            .dependOnClassesThat(describe("decide in the core", ModulesTest::decidesInTheCore));

    /** What says nothing that the model has not said before: values are compared and ordered, ids are made of texts. */
    private static final Set<String> SAYS_NOTHING_NEW = Set.of(
            "Actor.host",
            "Actor.onBehalfOf",
            "AuditRecord.about",
            "Outcome.accepted",
            "Outcome.refused",
            "PersonRef.patient",
            "PersonRef.practitioner",
            "compareTo",
            "equals",
            "hashCode",
            "of",
            "ordinal",
            "toString",
            "values");

    private static final ArchRule MODEL_TAKES_VALUES_ALONE = noClasses()
            .that()
            .resideInAPackage("org.clinicchat.testkit.model..")
            .and()
            .haveSimpleNameStartingWith("Model")
            .should()
            .accessTargetWhere(describe("lets the core say something", ModulesTest::letsTheCoreSpeak));

    /** So that a hunt looks into whatever its host is made of, and holds nothing of it. */
    private static final ArchRule THE_HUNT_KNOWS_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage("org.clinicchat.testkit.trace..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.clinicchat.testkit.trace..",
                    "org.clinicchat.testkit",
                    "java..",
                    "javax.management..",
                    "javax.sql",
                    "com.sun.management",
                    "org.slf4j",
                    "org.jspecify.."));

    private static final ArchRule NOBODY_LEANS_ON_EXAMPLES = noClasses()
            .that()
            .resideOutsideOfPackage("org.clinicchat.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.clinicchat.examples..");

    private static final ArchRule ONLY_THE_CORE_KNOWS_ITS_INSIDE = noClasses()
            .that()
            .resideInAnyPackage("org.clinicchat.inmemory..", "org.clinicchat.testkit..", "org.clinicchat.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(RoomsTest.packageOf("internal"));

    @Test
    void theTestkitKnowsNoAdapter() {
        Classes.check(TESTKIT_KNOWS_NO_ADAPTER);
    }

    @Test
    void anAdapterInTheTestkitIsFound() {
        Classes.assertFinds(
                TESTKIT_KNOWS_NO_ADAPTER,
                "package org.clinicchat.inmemory; public class Neighbour {}",
                "package org.clinicchat.testkit.any; class Uses { org.clinicchat.inmemory.Neighbour it; }");
    }

    @Test
    void inMemoryKnowsTheCoreAndTheCache() {
        Classes.check(IN_MEMORY_KNOWS_CORE_AND_CACHE);
    }

    @Test
    void anythingElseInMemoryIsFound() {
        Classes.assertFinds(
                IN_MEMORY_KNOWS_CORE_AND_CACHE,
                "package org.clinicchat.internal; public class Neighbour {}",
                "package org.clinicchat.inmemory; class Peeks { org.clinicchat.internal.Neighbour it; }",
                "package org.clinicchat.inmemory; class Draws { net.jqwik.api.Arbitrary<?> it; }");
    }

    @Test
    void theModelThinksForItself() {
        Classes.check(MODEL_THINKS_FOR_ITSELF);
    }

    @Test
    void aModelThatAsksTheCoreIsFound() {
        Classes.assertFinds(
                MODEL_THINKS_FOR_ITSELF,
                "package org.clinicchat.testkit.model; class Asks { Object it(org.clinicchat.conversation.CareFacts on) "
                        + "{ return org.clinicchat.conversation.CareDecisions.canSend(on); } }");
    }

    @Test
    void theModelTakesValuesAlone() {
        Classes.check(MODEL_TAKES_VALUES_ALONE);
    }

    @Test
    void aModelThatLetsTheCoreSpeakIsFound() {
        Classes.assertFinds(
                MODEL_TAKES_VALUES_ALONE,
                "package org.clinicchat.testkit.model; class ModelShows { Object it(org.clinicchat.message.Message on) "
                        + "{ return on.shown(); } }",
                "package org.clinicchat.testkit.model; class ModelRefers { "
                        + "java.util.function.UnaryOperator<org.clinicchat.message.Message> it() "
                        + "{ return org.clinicchat.message.Message::shown; } }",
                "package org.clinicchat.testkit.model; class ModelAsks { "
                        + "boolean it(org.clinicchat.substitution.SubstituteAccess on) { return on.isEmpty(); } }");
    }

    @Test
    void theHuntKnowsTheJdkAlone() {
        Classes.check(THE_HUNT_KNOWS_THE_JDK_ALONE);
    }

    @Test
    void aHuntThatKnowsTheChatIsFound() {
        Classes.assertFinds(
                THE_HUNT_KNOWS_THE_JDK_ALONE,
                "package org.clinicchat.testkit.trace; class Knows { org.clinicchat.message.Message it; }",
                "package org.clinicchat.testkit.trace; class Draws { net.jqwik.api.Arbitrary<?> it; }");
    }

    @Test
    void nobodyLeansOnExamples() {
        Classes.check(NOBODY_LEANS_ON_EXAMPLES);
    }

    @Test
    void whoLeansOnAnExampleIsFound() {
        Classes.assertFinds(
                NOBODY_LEANS_ON_EXAMPLES,
                "package org.clinicchat.examples.any; public class Neighbour {}",
                "package org.clinicchat.inmemory; class Leans { org.clinicchat.examples.any.Neighbour it; }");
    }

    @Test
    void onlyTheCoreKnowsItsInside() {
        Classes.check(ONLY_THE_CORE_KNOWS_ITS_INSIDE);
    }

    @Test
    void whoPeeksIntoTheCoreIsFound() {
        Classes.assertFinds(
                ONLY_THE_CORE_KNOWS_ITS_INSIDE,
                "package org.clinicchat.internal; public class Neighbour {}",
                "package org.clinicchat.examples.any; class Peeks { org.clinicchat.internal.Neighbour it; }");
    }

    /** Constructors make values, and a method of a field's name, or one that each kind of value has, gives one back. */
    private static boolean letsTheCoreSpeak(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && !call.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && letsTheCoreSpeak(call);
    }

    private static boolean letsTheCoreSpeak(JavaCodeUnitAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean isAccessor = call.getTarget().getRawParameterTypes().isEmpty()
                && (owner.isInterface() || owner.tryGetField(call.getName()).isPresent());
        return PUBLIC_ROOMS.test(owner)
                && !owner.getPackageName().equals("org.clinicchat")
                && !isAccessor
                && !SAYS_NOTHING_NEW.contains(call.getName())
                && !SAYS_NOTHING_NEW.contains(owner.getSimpleName() + "." + call.getName());
    }

    private static boolean decidesInTheCore(JavaClass type) {
        boolean isInCore = PUBLIC_ROOMS.test(type);
        return (isInCore && DECIDED_BY_THE_CORE.contains(type.getSimpleName()))
                || type.getPackageName().equals(RoomsTest.packageOf("internal"));
    }
}
