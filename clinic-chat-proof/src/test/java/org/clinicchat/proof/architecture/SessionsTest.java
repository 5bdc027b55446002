package org.clinicchat.proof.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The session chat stands beside the care chat: what is said there cannot come to where things are stored. */
class SessionsTest {

    private static final String SESSIONS = "org.clinicchat.session..";

    /** How a text is told from no text, and how a client names a message, is one and the same in all chats. */
    private static final Set<String> SHARED_WORDS =
            Set.of("org.clinicchat.message.ClientMessageId", "org.clinicchat.message.PlainText");

    /** Whoever stores, sends between nodes or keeps an audit does not even know the words of a session. */
    private static final ArchRule NOTHING_THAT_STORES_KNOWS_A_SESSION = noClasses()
            .that()
            .resideInAnyPackage("org.clinicchat.jdbc..", "org.clinicchat")
            .or()
            .resideInAnyPackage(RoomsTest.rooms().map(RoomsTest::packageOf).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SESSIONS);

    /** In the one module that knows both, no class does. */
    private static final ArchRule NO_CLASS_KNOWS_SESSION_AND_STORAGE = noClasses()
            .that(describe(
                    "know a session",
                    type -> type.getPackageName().startsWith("org.clinicchat.inmemory")
                            && dependsOn(type, "org.clinicchat.session")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.clinicchat.port..", "org.clinicchat.conversation..");

    private static final ArchRule SESSIONS_KNOW_PEOPLE_AND_OUTCOMES = classes()
            .that()
            .resideInAPackage(SESSIONS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            SESSIONS,
                            "org.clinicchat.people",
                            "org.clinicchat.outcome",
                            "java..",
                            "org.slf4j",
                            "org.jspecify.annotations")
                    .or(describe("are shared words", type -> SHARED_WORDS.contains(type.getName()))));

    private static final ArchRule RULES_OF_THE_DESK_TOUCH_NOTHING = noClasses()
            .that()
            .resideInAnyPackage("org.clinicchat.session.chat", "org.clinicchat.session.desk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.concurrent..",
                    "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    private static final ArchRule RULES_OF_THE_DESK_KNOW_NO_SHELL = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.clinicchat.session.chat", "org.clinicchat.session.desk", "org.clinicchat.session.port")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.clinicchat.session", "org.clinicchat.session.internal");

    @Test
    @Tag("ERA-7")
    void nothingThatStoresKnowsASession() {
        Classes.check(NOTHING_THAT_STORES_KNOWS_A_SESSION);
        Classes.check(NO_CLASS_KNOWS_SESSION_AND_STORAGE);
    }

    @Test
    @Tag("ERA-7")
    void aPortThatTakesASessionsMessageIsFound() {
        Classes.assertFinds(
                NOTHING_THAT_STORES_KNOWS_A_SESSION,
                "package org.clinicchat.port; interface Keeps { "
                        + "void keep(org.clinicchat.session.chat.SessionMessage it); }",
                "package org.clinicchat.jdbc; class Writes { org.clinicchat.session.chat.Transcript it; }",
                "package org.clinicchat.audit; class Notes { org.clinicchat.session.desk.Desk it; }");
        Classes.assertFinds(
                NO_CLASS_KNOWS_SESSION_AND_STORAGE,
                "package org.clinicchat.inmemory; class Copies { org.clinicchat.port.Storage to; "
                        + "org.clinicchat.session.chat.SessionMessage from; }");
    }

    @Test
    void sessionsKnowPeopleAndOutcomes() {
        Classes.check(SESSIONS_KNOW_PEOPLE_AND_OUTCOMES);
    }

    @Test
    void anythingElseInASessionIsFound() {
        Classes.assertFinds(
                SESSIONS_KNOW_PEOPLE_AND_OUTCOMES,
                "package org.clinicchat.session.desk; class Stores { org.clinicchat.port.Storage it; }",
                "package org.clinicchat.session.chat; class Shows { org.clinicchat.message.Message it; }",
                "package org.clinicchat.session; class Draws { net.jqwik.api.Arbitrary<?> it; }");
    }

    @Test
    void theRulesOfTheDeskArePure() {
        Classes.check(RULES_OF_THE_DESK_TOUCH_NOTHING);
        Classes.check(RULES_OF_THE_DESK_KNOW_NO_SHELL);
    }

    @Test
    void aTouchIsFound() {
        Classes.assertFinds(
                RULES_OF_THE_DESK_TOUCH_NOTHING,
                "package org.clinicchat.session.desk; class Logged { org.slf4j.Logger log; }",
                "package org.clinicchat.session.desk; class Drawn { java.security.SecureRandom dice; }",
                "package org.clinicchat.session.chat; class Shared { java.util.concurrent.atomic.AtomicLong count; }");
        Classes.assertFinds(
                RULES_OF_THE_DESK_KNOW_NO_SHELL,
                "package org.clinicchat.session.desk; class Asks { org.clinicchat.session.WaitingRoom it; }");
    }

    private static boolean dependsOn(JavaClass type, String room) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(each -> each.getTargetClass().getPackageName().startsWith(room));
    }
}
