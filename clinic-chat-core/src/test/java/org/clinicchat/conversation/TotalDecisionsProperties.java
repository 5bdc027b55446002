package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;

/** Whatever the facts, whoever asks: every decision gives an answer, and the answers agree with each other. */
class TotalDecisionsProperties {

    @Provide
    Arbitrary<CareFacts> facts() {
        return AnyFacts.facts();
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return AnyFacts.drafts();
    }

    @Provide
    Arbitrary<RetractionFacts> logs() {
        Arbitrary<Actor> authors = Arbitraries.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST);
        Arbitrary<Message> messages = authors.map(author -> Scene.message(2, author, MessageKind.HUMAN, "Hello"));
        return Combinators.combine(
                        messages.optional(),
                        messages.optional(),
                        AnyFacts.moments().optional())
                .as(RetractionFacts::new);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-6")
    void everyDecisionAnswersAndEvolves(
            @ForAll("facts") CareFacts facts,
            @ForAll("drafts") Draft draft,
            @ForAll("logs") RetractionFacts log,
            @ForAll Availability to,
            @ForAll Optional<String> reason) {
        evolves(facts, CareDecisions.send(facts, draft, Scene.FRESH));
        evolves(facts, CareDecisions.open(facts, Scene.FRESH.conversation()));
        evolves(facts, CareDecisions.retract(facts, log));
        evolves(facts, CareDecisions.switchTo(facts, to, reason, Scene.FRESH.conversation()));
        assertThat(List.of(CareDecisions.canSend(facts), CareDecisions.canAttach(facts), CareDecisions.canView(facts)))
                .doesNotContainNull();
    }

    private static void evolves(CareFacts facts, Outcome<? extends Decision<?>> outcome) {
        List<Change> changes = outcome.<List<Change>>fold(Decision::changes, refusal -> List.of());
        Optional<CareState> after = Evolution.evolve(facts.stored().state(), changes);
        if (changes.isEmpty()) {
            assertThat(after).isEqualTo(facts.stored().state());
        } else {
            assertThat(after).isPresent();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-1")
    void whatCannotBeSeenIsNotThereForAnyCommand(
            @ForAll("facts") CareFacts facts,
            @ForAll("drafts") Draft draft,
            @ForAll("logs") RetractionFacts log,
            @ForAll Availability to,
            @ForAll Optional<String> reason) {
        boolean visible = facts.isVisible();
        Optional<Refusal> notFound = visible ? Optional.empty() : Optional.of(Refusal.of(RefusalCode.NOT_FOUND));

        assertThat(CareDecisions.open(facts, Scene.FRESH.conversation()).whyNot())
                .isEqualTo(notFound);
        assertThat(CareDecisions.canView(facts).whyNot()).isEqualTo(notFound);
        if (!visible) {
            assertThat(CareDecisions.retract(facts, log).whyNot()).isEqualTo(notFound);
            assertThat(CareDecisions.switchTo(facts, to, reason, Scene.FRESH.conversation())
                            .whyNot())
                    .isEqualTo(notFound);
            assertThat(CareDecisions.canSend(facts).whyNot()).isEqualTo(notFound);
            assertThat(CareDecisions.canAttach(facts).whyNot()).isEqualTo(notFound);
            if (facts.stored().prior().isEmpty()) {
                assertThat(CareDecisions.send(facts, draft, Scene.FRESH).whyNot())
                        .isEqualTo(notFound);
            }
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-10")
    void canSendIsWhatSendingANewValidDraftGives(@ForAll("facts") CareFacts facts) {
        CareFacts unsent = withoutPrior(facts);

        assertThat(CareDecisions.canSend(facts).whyNot())
                .isEqualTo(CareDecisions.send(unsent, Scene.draft("a"), Scene.FRESH)
                        .whyNot());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-10")
    void canAttachIsWhatSendingANewValidDraftWithAFileGives(@ForAll("facts") CareFacts facts) {
        CareFacts unsent = withoutPrior(facts);
        Draft draft = Scene.draft("").attaching(AttachmentRef.of("f1"));

        assertThat(CareDecisions.canAttach(facts).whyNot())
                .isEqualTo(CareDecisions.send(unsent, draft, Scene.FRESH).whyNot());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-10")
    void canViewIsWhatOpeningGives(@ForAll("facts") CareFacts facts) {
        assertThat(CareDecisions.canView(facts).whyNot())
                .isEqualTo(CareDecisions.open(facts, Scene.FRESH.conversation()).whyNot());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-7")
    void sendingMarksOnlyWhatWasSeen(@ForAll("facts") CareFacts facts, @ForAll("drafts") Draft draft) {
        CareFacts unsent = withoutPrior(facts);
        Outcome<Decision<Receipt>> sent = CareDecisions.send(unsent, draft, Scene.FRESH);
        List<Change> changes = sent.<List<Change>>fold(Decision::changes, refusal -> List.of());
        PersonRef reader = facts.settings().readerOf(facts.actor());
        List<Change> expected = draft.seenUpTo()
                .filter(seen -> sent.isAccepted())
                .map(MessageSeq::value)
                .<List<Change>>map(seen -> List.of(new Change.SeenUpTo(reader, seen)))
                .orElse(List.of());

        assertThat(changes).filteredOn(Change.SeenUpTo.class::isInstance).isEqualTo(expected);
    }

    private static CareFacts withoutPrior(CareFacts facts) {
        StoredCare stored = facts.stored();
        StoredCare unsent = new StoredCare(
                stored.practice(),
                stored.patientKnown(),
                stored.permitted(),
                stored.sharesWorkGroup(),
                stored.linkedToPatient(),
                stored.state(),
                Optional.empty());
        return new CareFacts(facts.actor(), facts.key(), unsent, facts.settings(), facts.now());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-11")
    void aConversationIsPossibleOnlyInThatOneCase(@ForAll("facts") CareFacts facts) {
        StoredCare stored = facts.stored();
        boolean pair = facts.settings().contacts() == ContactPolicy.WHOLE_CLINIC || stored.permitted();
        boolean possible = stored.practice().isPresent() && stored.patientKnown() && pair;

        assertThat(facts.isVisible()).isEqualTo(possible && belongs(facts, facts.now()));
    }

    private static boolean belongs(CareFacts facts, Instant now) {
        Actor actor = facts.actor();
        StoredCare stored = facts.stored();
        if (actor.equals(Scene.AS_SUBSTITUTE)) {
            boolean open = stored.practice().orElseThrow().substitutes().isOpenAt(now);
            return open && stored.sharesWorkGroup() && stored.state().isPresent() && !stored.linkedToPatient();
        }
        boolean asOwner = actor.equals(Scene.AS_OWNER) && !stored.linkedToPatient();
        return asOwner || actor.equals(Scene.AS_PATIENT) || actor.equals(Scene.AS_HOST);
    }
}
