package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.desk.Transition.BoxMoves;
import org.clinicchat.session.desk.Transition.Erases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    @Test
    @Tag("SES-1")
    void exactlyOneLineFitsWhateverHappens() {
        for (DeskEvent event : DeskEvent.values()) {
            for (SessionPhase phase : SessionPhase.values()) {
                for (BoxAt box : BoxAt.values()) {
                    assertThat(Transitions.TABLE.stream().filter(line -> line.fits(event, phase, box)))
                            .as("%s, %s, %s", event, phase, box)
                            .containsExactly(Transitions.of(event, phase, box));
                }
            }
        }
    }

    @Test
    @Tag("ERA-1")
    void onlyWhatTheRulebookNamesErases() {
        Set<EraseReason> reasons = Transitions.TABLE.stream()
                .flatMap(line -> line.why().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EraseReason.class)));
        assertThat(reasons).isEqualTo(EnumSet.allOf(EraseReason.class));
        assertThat(Transitions.TABLE).allMatch(line -> line.why().isPresent() == (line.erases() != Erases.NOTHING));
    }

    @Test
    @Tag("SES-4")
    @Tag("SES-5")
    void onlyAMessageOfThePatientInTheBoxMovesIt() {
        for (SessionPhase phase : SessionPhase.values()) {
            for (BoxAt box : Set.of(BoxAt.CLOSED, BoxAt.OPEN_ELSEWHERE, BoxAt.MINIMIZED_ELSEWHERE)) {
                assertThat(Transitions.of(DeskEvent.PATIENT_WRITES, phase, box).box())
                        .isEqualTo(BoxMoves.STAYS);
            }
        }
    }
}
