package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clinicchat.people.Actor;
import org.clinicchat.substitution.SubstituteAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final List<Actor> MEMBERS =
            List.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT, Scene.AS_HOST);

    @Test
    @Tag("SAFE-1")
    void onlyThoseWhomItConcernsSeeAConversation() {
        assertThat(MEMBERS).allMatch(actor -> sees(Scene.of(actor)));
        assertThat(Scene.STRANGERS).noneMatch(actor -> sees(Scene.of(actor).sharesWorkGroup(true)));
    }

    @Test
    @Tag("CARE-11")
    void withoutPracticeOrProfileThereIsNothing() {
        assertThat(MEMBERS).noneMatch(actor -> sees(Scene.of(actor).withoutPractice()));
        assertThat(MEMBERS).noneMatch(actor -> sees(Scene.of(actor).patientKnown(false)));
    }

    @Test
    @Tag("CARE-11")
    void underPermittedPairsOnlyAPermittedPairIsThere() {
        CareSettings pairs = CareSettings.defaults().with(ContactPolicy.PERMITTED_PAIRS);

        assertThat(MEMBERS)
                .noneMatch(actor -> sees(Scene.of(actor).settings(pairs).permitted(false)));
        assertThat(MEMBERS)
                .allMatch(actor -> sees(Scene.of(actor).settings(pairs).permitted(true)));
        assertThat(MEMBERS).allMatch(actor -> sees(Scene.of(actor).permitted(false)));
    }

    @Test
    @Tag("SUB-1")
    void aSubstituteNeedsVisibilityAndAWorkGroup() {
        SubstituteAccess invisible = new SubstituteAccess(false, Optional.empty(), Optional.empty());

        assertThat(sees(substitute())).isTrue();
        assertThat(sees(substitute().sharesWorkGroup(false))).isFalse();
        assertThat(sees(substitute().substitutes(invisible))).isFalse();
        assertThat(sees(Scene.of(Actor.practitioner(Scene.CLINIC, Scene.COLLEAGUE))
                        .sharesWorkGroup(true)))
                .isFalse();
    }

    @Test
    @Tag("SUB-1")
    void thePeriodIsHalfOpenToTheMicrosecond() {
        Instant from = Scene.NOW;
        Instant until = from.plus(2, ChronoUnit.MICROS);
        SubstituteAccess access = new SubstituteAccess(true, Optional.of(from), Optional.of(until));

        assertThat(sees(substitute().substitutes(access).now(from.minus(1, ChronoUnit.MICROS))))
                .isFalse();
        assertThat(sees(substitute().substitutes(access).now(from))).isTrue();
        assertThat(sees(substitute().substitutes(access).now(from.plus(1, ChronoUnit.MICROS))))
                .isTrue();
        assertThat(sees(substitute().substitutes(access).now(until))).isFalse();
    }

    @Test
    @Tag("SUB-2")
    void aSubstituteSeesOnlyWhatHasBegun() {
        assertThat(sees(substitute().notBegun())).isFalse();
        assertThat(sees(Scene.of(Scene.AS_OWNER).notBegun())).isTrue();
        assertThat(sees(Scene.of(Scene.AS_PATIENT).notBegun())).isTrue();
    }

    @Test
    @Tag("SUB-2")
    void substitutionIsNotTransitive() {
        Actor forTheColleague = Actor.substitute(Scene.CLINIC, Scene.STRANGER, Scene.COLLEAGUE);

        assertThat(sees(Scene.of(forTheColleague).sharesWorkGroup(true))).isFalse();
    }

    @Test
    @Tag("SUB-6")
    void nobodySeesHisOwnChatFromThePracticesSide() {
        assertThat(sees(substitute().linked(true))).isFalse();
        assertThat(sees(Scene.of(Scene.AS_OWNER).linked(true))).isFalse();
        assertThat(sees(Scene.of(Scene.AS_PATIENT).linked(true))).isTrue();
    }

    private static Scene substitute() {
        return Scene.of(Scene.AS_SUBSTITUTE);
    }

    private static boolean sees(Scene scene) {
        return CareDecisions.canView(scene.facts()).isAccepted();
    }
}
