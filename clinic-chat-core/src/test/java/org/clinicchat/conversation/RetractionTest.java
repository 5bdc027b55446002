package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Retraction;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetractionTest {
    private static final List<Actor> MEMBERS =
            List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST);
    private static final Message OTHER = Scene.message(1, Scene.AS_OWNER, MessageKind.HUMAN, "Good morning");
    private static final Optional<Instant> WAITING = Optional.of(Scene.START.plusSeconds(1));

    @Test
    @Tag("CARE-6")
    void anAuthorRetractsHisOwnAndTheOwnerAny() {
        for (Actor author : MEMBERS) {
            for (Actor actor : MEMBERS) {
                boolean may = actor.equals(author) || actor.equals(Scene.AS_OWNER);
                assertThat(retract(Scene.of(actor), by(author)).whyNot())
                        .isEqualTo(may ? Optional.empty() : Optional.of(Refusal.of(RefusalCode.NOT_AUTHOR)));
            }
        }
    }

    @Test
    @Tag("CARE-6")
    void aRetractionKeepsTheTextInTheLogAndAnswersWithTheTombstone() {
        Message target = by(Scene.AS_PATIENT);
        Message retracted = target.retracted(new Retraction(Authorship.of(Scene.AS_OWNER), Scene.NOW));
        Decision<Message> decision = retract(Scene.of(Scene.AS_OWNER), target).orThrow();

        assertThat(decision.answer()).isEqualTo(retracted.shown());
        assertThat(decision.changes())
                .containsExactly(new Change.MessageRetracted(6, retracted, Optional.of(Preview.of(OTHER)), WAITING));
    }

    @Test
    @Tag("CARE-6")
    void retractingAgainIsAcceptedAndChangesNothing() {
        Message retracted =
                by(Scene.AS_PATIENT).retracted(new Retraction(Authorship.of(Scene.AS_PATIENT), Scene.START));

        for (Actor actor : List.of(Scene.AS_PATIENT, Scene.AS_OWNER)) {
            assertThat(retract(Scene.of(actor), retracted))
                    .isEqualTo(Outcome.accepted(Decision.unchanged(retracted.shown())));
        }
        assertThat(retract(Scene.of(Scene.AS_SUBSTITUTE), retracted).whyNot())
                .contains(Refusal.of(RefusalCode.NOT_AUTHOR));
    }

    @Test
    @Tag("CARE-6")
    void itIsAllowedWhileDisabledOrSwitchedOff() {
        assertThat(retract(Scene.of(Scene.AS_PATIENT).disabled().service(false), by(Scene.AS_PATIENT))
                        .isAccepted())
                .isTrue();
    }

    @Test
    @Tag("SAFE-1")
    void aMessageThatIsNotThereIsNotFound() {
        Refusal notFound = Refusal.of(RefusalCode.NOT_FOUND);
        CareFacts facts = Scene.of(Scene.AS_OWNER).facts();

        assertThat(CareDecisions.retract(facts, RetractionFacts.NO_SUCH_MESSAGE).whyNot())
                .contains(notFound);
        assertThat(retract(Scene.of(Scene.AS_OWNER).notBegun(), by(Scene.AS_OWNER))
                        .whyNot())
                .contains(notFound);
        assertThat(retract(Scene.of(Scene.AS_PATIENT).patientKnown(false), by(Scene.AS_PATIENT))
                        .whyNot())
                .contains(notFound);
    }

    @Test
    @Tag("CARE-6")
    void theHeadTakesPreviewAndWaitFromTheRetractionAndKeepsItsTime() {
        CareFacts facts = Scene.of(Scene.AS_OWNER).facts();
        List<Change> changes = retract(Scene.of(Scene.AS_OWNER), by(Scene.AS_PATIENT))
                .orThrow()
                .changes();
        ConversationHead after =
                Evolution.evolve(facts.stored().state(), changes).orElseThrow().head();

        assertThat(after.preview()).contains(Preview.of(OTHER));
        assertThat(after.awaitingReplySince()).isEqualTo(WAITING);
        assertThat(after.revision()).isEqualTo(6);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("revision", "preview", "awaitingReplySince")
                .isEqualTo(Scene.head(3));
    }

    private static Message by(Actor author) {
        return Scene.message(2, author, MessageKind.HUMAN, "Wrong file");
    }

    private static Outcome<Decision<Message>> retract(Scene scene, Message target) {
        return CareDecisions.retract(
                scene.facts(), new RetractionFacts(Optional.of(target), Optional.of(OTHER), WAITING));
    }
}
