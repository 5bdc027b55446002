package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The rooms of the rules are pure: time and ids come in as facts, and nothing goes out but the answer. */
class PureRoomsTest {

    private static final String[] PURE = RoomsTest.rooms()
            .filter(room -> !Set.of("port", "internal").contains(room))
            .map(RoomsTest::packageOf)
            .toArray(String[]::new);

    private static final DescribedPredicate<JavaClass> THE_WORLD = resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "org.slf4j..")
            .or(assignableTo(RandomGenerator.class))
            .or(assignableTo(Random.class))
            .or(assignableTo(Thread.class))
            .or(assignableTo("java.util.Timer"))
            .or(assignableTo("java.time.InstantSource"))
            .or(assignableTo("java.time.Clock"));

    private static final ArchRule TOUCHES_NOTHING =
            noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(THE_WORLD);

    /** The one exception is no part of a rule: it makes an id for a client that brings none. */
    private static final ArchRule ASKS_NEITHER_CLOCK_NOR_DICE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(describe("asks clock or dice", PureRoomsTest::asksClockOrDice));

    @Test
    void pureRoomsTouchNothing() {
        Classes.check(TOUCHES_NOTHING);
    }

    @Test
    void aTouchIsFound() {
        Classes.assertFinds(
                TOUCHES_NOTHING,
                "package org.clinicchat.message; class Written { java.io.Writer out; }",
                "package org.clinicchat.service; class Saved { java.nio.file.Path file; }",
                "package org.clinicchat.people; class Drawn { java.security.SecureRandom dice; }",
                "package org.clinicchat.conversation; class Dated { java.time.Clock clock; }",
                "package org.clinicchat.inbox; class Shared { java.util.concurrent.atomic.AtomicLong count; }",
                "package org.clinicchat.audit; class Forked { void run() { new Thread(() -> {}).start(); } }",
                "package org.clinicchat.outcome; class Logged { org.slf4j.Logger log; }");
    }

    @Test
    void pureRoomsAskNeitherClockNorDice() {
        Classes.check(ASKS_NEITHER_CLOCK_NOR_DICE);
    }

    @Test
    void aQuestionIsFound() {
        Classes.assertFinds(
                ASKS_NEITHER_CLOCK_NOR_DICE,
                "package org.clinicchat.service; class Now { Object it = java.time.Instant.now(); }",
                "package org.clinicchat.people; class Today { Object it = java.time.LocalDate.now(); }",
                "package org.clinicchat.service; class Asked { "
                        + "java.util.function.Supplier<?> it = java.time.Instant::now; }",
                "package org.clinicchat.inbox; class Ticks { long it = System.nanoTime(); }",
                "package org.clinicchat.audit; class Drawn { double it = Math.random(); }",
                "package org.clinicchat.message; class Named { Object it = java.util.UUID.randomUUID(); }");
    }

    private static boolean asksClockOrDice(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String method = owner + "." + access.getName();
        boolean asks = (owner.startsWith("java.time.") && access.getName().equals("now"))
                || Set.of(
                                "java.lang.System.currentTimeMillis",
                                "java.lang.System.nanoTime",
                                "java.lang.Math.random",
                                "java.util.UUID.randomUUID")
                        .contains(method);
        return asks && !access.getOrigin().getFullName().equals("org.clinicchat.message.ClientMessageId.random()");
    }
}
