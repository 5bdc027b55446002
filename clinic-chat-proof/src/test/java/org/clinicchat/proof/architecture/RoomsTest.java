package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The core is a house of rooms, and each room knows the rooms that it names here. */
class RoomsTest {

    /** Which rooms a room may know beside itself; the root knows them all, and none of them knows the root. */
    static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>(Map.of(
            "outcome", Set.of(),
            "people", Set.of("outcome"),
            "message", Set.of("people", "outcome"),
            "substitution", Set.of("people", "outcome"),
            "service", Set.of("people", "outcome", "message", "substitution"),
            "conversation", Set.of("people", "outcome", "message", "service", "substitution"),
            "inbox", Set.of("people", "outcome", "message", "conversation"),
            "audit", Set.of("people", "outcome", "message", "conversation"),
            "port", Set.of("people", "outcome", "message", "service", "substitution", "conversation", "inbox", "audit"),
            "internal",
                    Set.of(
                            "people",
                            "outcome",
                            "message",
                            "service",
                            "substitution",
                            "conversation",
                            "inbox",
                            "audit",
                            "port")));

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private static final DescribedPredicate<JavaClass> THE_CORE =
            resideInAnyPackage(Stream.concat(Stream.of(""), MAY_KNOW.keySet().stream())
                    .map(RoomsTest::packageOf)
                    .toArray(String[]::new));

    private static final ArchRule KNOWS_ONLY_JAVA_AND_LOGGING = classes()
            .that(THE_CORE)
            .should()
            .onlyDependOnClassesThat(THE_CORE.or(describe(
                            "are of java.base",
                            type -> JAVA_BASE.contains(
                                            type.getBaseComponentType().getPackageName())
                                    || type.getBaseComponentType().isPrimitive()))
                    .or(resideInAnyPackage("org.slf4j", "org.jspecify.annotations")));

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsWhatItMay(String room) {
        Classes.check(ruleOf(room));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aLookIntoEveryOtherRoomIsFound(String room) {
        Set<String> others = new TreeSet<>(MAY_KNOW.keySet());
        others.remove(room);
        others.removeAll(MAY_KNOW.get(room));
        String[] planted = Stream.concat(
                        Stream.of("package %s; class LooksOut { org.clinicchat.Clinic clinic; }"
                                .formatted(packageOf(room))),
                        others.stream().flatMap(other -> looking(room, other)))
                .toArray(String[]::new);
        Classes.assertFinds(ruleOf(room), planted);
    }

    @Test
    void theCoreKnowsOnlyJavaAndLogging() {
        Classes.check(KNOWS_ONLY_JAVA_AND_LOGGING);
    }

    @Test
    void anotherLibraryInTheCoreIsFound() {
        Classes.assertFinds(
                KNOWS_ONLY_JAVA_AND_LOGGING,
                "package org.clinicchat.inbox; class Sorted { java.sql.Connection rows; }",
                "package org.clinicchat; class Drawn { net.jqwik.api.Arbitrary<?> rows; }");
    }

    @Test
    void everyPackageOfTheCoreIsARoom() {
        assertThat(Classes.MAIN.stream()
                        .filter(each -> each.getSource()
                                .orElseThrow()
                                .getUri()
                                .getPath()
                                .contains("/clinic-chat-core/"))
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.isEmpty()))
                .allMatch(name ->
                        name.equals(packageOf("")) || MAY_KNOW.containsKey(name.substring("org.clinicchat.".length())));
    }

    static Stream<String> rooms() {
        return MAY_KNOW.keySet().stream();
    }

    static String packageOf(String room) {
        return room.isEmpty() ? "org.clinicchat" : "org.clinicchat." + room;
    }

    private static ArchRule ruleOf(String room) {
        DescribedPredicate<JavaClass> known =
                resideInAnyPackage(Stream.concat(Stream.of(room), MAY_KNOW.get(room).stream())
                        .map(RoomsTest::packageOf)
                        .toArray(String[]::new));
        return classes()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .onlyDependOnClassesThat(
                        known.or(resideInAnyPackage("org.clinicchat..").negate()));
    }

    /** A class in one room that looks at a class in another. */
    private static Stream<String> looking(String room, String other) {
        String name = "LooksInto" + other;
        return Stream.of(
                "package %s; public class Neighbour {}".formatted(packageOf(other)),
                "package %s; class %s { %s.Neighbour seen; }".formatted(packageOf(room), name, packageOf(other)));
    }
}
