package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DisablingTest {
    private static final ConversationId FRESH = Scene.FRESH.conversation();
    private static final AvailabilityState OFF =
            new AvailabilityState(Availability.DISABLED, Scene.NOW, Optional.of(PersonRef.of(Scene.OWNER)), reason());
    private static final List<Actor> NOT_OWNERS = List.of(Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST);

    private static Optional<String> reason() {
        return Optional.of("Asks for prescriptions at night");
    }

    @Test
    @Tag("DIS-1")
    void onlyTheOwnerDisablesAndEnables() {
        for (Availability to : Availability.values()) {
            for (Scene scene : List.of(
                    Scene.of(Scene.AS_SUBSTITUTE), Scene.of(Scene.AS_SUBSTITUTE).disabled())) {
                assertThat(why(scene, to)).contains(RefusalCode.NOT_FOR_SUBSTITUTES);
            }
            assertThat(why(Scene.of(Scene.AS_PATIENT), to)).contains(RefusalCode.NOT_OWNER);
            assertThat(why(Scene.of(Scene.AS_HOST), to)).contains(RefusalCode.NOT_OWNER);
            assertThat(why(Scene.of(Scene.AS_OWNER), to)).isEmpty();
        }
    }

    @Test
    @Tag("DIS-5")
    void disablingRecordsWhoWhenAndWhy() {
        Decision<AvailabilityState> decision = switchTo(Scene.of(Scene.AS_OWNER), Availability.DISABLED);

        assertThat(decision.answer()).isEqualTo(OFF);
        assertThat(decision.changes()).containsExactly(new Change.AvailabilityChanged(6, OFF));
    }

    @Test
    @Tag("DIS-5")
    void disablingAConversationThatHasNotBegunBeginsIt() {
        assertThat(switchTo(Scene.of(Scene.AS_OWNER).notBegun(), Availability.DISABLED)
                        .changes())
                .containsExactly(
                        new Change.ConversationStarted(FRESH, Scene.KEY, Scene.NOW),
                        new Change.AvailabilityChanged(1, OFF));
    }

    @Test
    @Tag("DIS-5")
    void disablingAndEnablingAreIdempotent() {
        Decision<AvailabilityState> again = switchTo(Scene.of(Scene.AS_OWNER).disabled(), Availability.DISABLED);
        Decision<AvailabilityState> enabled = switchTo(Scene.of(Scene.AS_OWNER), Availability.ENABLED);
        Decision<AvailabilityState> unbegun = switchTo(Scene.of(Scene.AS_OWNER).notBegun(), Availability.ENABLED);

        assertThat(again).isEqualTo(Decision.unchanged(Scene.disabledHead().availability()));
        assertThat(enabled).isEqualTo(Decision.unchanged(AvailabilityState.initial(Scene.START)));
        assertThat(unbegun).isEqualTo(Decision.unchanged(AvailabilityState.initial(Scene.NOW)));
    }

    @Test
    @Tag("DIS-5")
    void enablingRecordsWhoAndWhenToo() {
        Decision<AvailabilityState> decision = CareDecisions.switchTo(
                        Scene.of(Scene.AS_OWNER).disabled().facts(), Availability.ENABLED, Optional.empty(), FRESH)
                .orThrow();

        assertThat(decision.answer())
                .isEqualTo(new AvailabilityState(
                        Availability.ENABLED, Scene.NOW, Optional.of(PersonRef.of(Scene.OWNER)), Optional.empty()));
    }

    @Test
    @Tag("DIS-5")
    void itTouchesNeitherCursorsNorTheLedger() {
        CareFacts facts =
                Scene.of(Scene.AS_OWNER).ledger(AutoReplyLedger.DELIVERED).facts();
        List<Change> changes = CareDecisions.switchTo(facts, Availability.DISABLED, reason(), FRESH)
                .orThrow()
                .changes();
        CareState after = Evolution.evolve(facts.stored().state(), changes).orElseThrow();

        assertThat(changes).noneMatch(Change.SeenUpTo.class::isInstance);
        assertThat(after.ledger()).isEqualTo(AutoReplyLedger.DELIVERED);
        assertThat(after.head())
                .usingRecursiveComparison()
                .ignoringFields("revision", "availability")
                .isEqualTo(Scene.head(3));
    }

    @Test
    @Tag("DIS-2")
    void whileDisabledNeitherSideSends() {
        for (Actor writer : List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT)) {
            assertThat(sendWhileDisabled(writer, DisableScope.BOTH_SIDES))
                    .contains(Refusal.of(
                            RefusalCode.CHAT_DISABLED,
                            new RefusalDetail.Since(
                                    Scene.disabledHead().availability().since())));
        }
    }

    @Test
    @Tag("DIS-2")
    void underPatientOnlyThePracticeMayStillSend() {
        assertThat(sendWhileDisabled(Scene.AS_PATIENT, DisableScope.PATIENT_ONLY)
                        .map(Refusal::code))
                .contains(RefusalCode.CHAT_DISABLED);
        assertThat(sendWhileDisabled(Scene.AS_OWNER, DisableScope.PATIENT_ONLY)).isEmpty();
        assertThat(sendWhileDisabled(Scene.AS_SUBSTITUTE, DisableScope.PATIENT_ONLY))
                .isEmpty();
    }

    @Test
    @Tag("DIS-2")
    void aNoticeOfTheHostIsNotHeldBack() {
        for (DisableScope scope : DisableScope.values()) {
            assertThat(sendWhileDisabled(Scene.AS_HOST, scope)).isEmpty();
        }
    }

    @Test
    @Tag("DIS-3")
    void historyCanStillBeSeen() {
        for (Actor actor : List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST)) {
            assertThat(CareDecisions.canView(Scene.of(actor).disabled().facts()).isAccepted())
                    .isTrue();
        }
    }

    @Test
    @Tag("DIS-3")
    void thePatientIsToldBeforeTypingAndWithoutPersonOrReason() {
        CareFacts facts = Scene.of(Scene.AS_PATIENT).disabled().facts();

        assertThat(CareDecisions.canSend(facts).whyNot().map(Refusal::code)).contains(RefusalCode.CHAT_DISABLED);
        assertThat(OFF.forPatient())
                .isEqualTo(new AvailabilityState(Availability.DISABLED, Scene.NOW, Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("SAFE-6")
    void theReasonIsPlainTextOfAtMostFiveHundredCodePoints() {
        assertThat(whyNotFor("🙂".repeat(500))).isEmpty();
        assertThat(whyNotFor("x".repeat(501))).contains(RefusalCode.TEXT_TOO_LONG);
        assertThat(whyNotFor("a\u0000")).contains(RefusalCode.CONTROL_CHARACTER);
        assertThat(whyNotFor("\ud800")).contains(RefusalCode.TEXT_NOT_UNICODE);
    }

    @Test
    @Tag("SAFE-1")
    void whoMayNotIsToldSoBeforeTheReasonIsLookedAt() {
        for (Actor actor : NOT_OWNERS) {
            Outcome<?> outcome = CareDecisions.switchTo(
                    Scene.of(actor).facts(), Availability.DISABLED, Optional.of("\u0000"), FRESH);
            assertThat(outcome.whyNot().map(Refusal::code).orElseThrow())
                    .isIn(RefusalCode.NOT_FOR_SUBSTITUTES, RefusalCode.NOT_OWNER);
        }
    }

    private static Optional<Refusal> sendWhileDisabled(Actor writer, DisableScope scope) {
        CareSettings settings = CareSettings.defaults().with(scope);
        CareFacts facts = Scene.of(writer).disabled().settings(settings).facts();
        return CareDecisions.send(facts, Scene.draft("Hello"), Scene.FRESH).whyNot();
    }

    private static Decision<AvailabilityState> switchTo(Scene scene, Availability to) {
        return CareDecisions.switchTo(scene.facts(), to, reason(), FRESH).orThrow();
    }

    private static Optional<RefusalCode> why(Scene scene, Availability to) {
        return CareDecisions.switchTo(scene.facts(), to, reason(), FRESH)
                .whyNot()
                .map(Refusal::code);
    }

    private static Optional<RefusalCode> whyNotFor(String reason) {
        CareFacts facts = Scene.of(Scene.AS_OWNER).facts();
        return CareDecisions.switchTo(facts, Availability.DISABLED, Optional.of(reason), FRESH)
                .whyNot()
                .map(Refusal::code);
    }
}
