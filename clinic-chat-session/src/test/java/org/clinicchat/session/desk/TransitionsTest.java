package org.clinicchat.session.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.desk.Transition.BoxMoves;
import org.clinicchat.session.desk.Transition.Erases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    /** What erases what, and what it is called. */
    private record Erasing(DeskEvent event, Erases erases, EraseReason why) {}

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
        Set<Erasing> erasing = Transitions.TABLE.stream()
                .filter(line -> line.erases() != Erases.NOTHING)
                .map(line -> new Erasing(line.event(), line.erases(), line.why().orElseThrow()))
                .collect(Collectors.toSet());
        assertThat(erasing)
                .containsExactlyInAnyOrder(
                        new Erasing(DeskEvent.BOX_CLOSED, Erases.ENDED, EraseReason.BOX_CLOSED),
                        new Erasing(
                                DeskEvent.PATIENT_CHOSEN, Erases.ENDED_BUT_VIEWED, EraseReason.OTHER_PATIENT_VIEWED),
                        new Erasing(DeskEvent.CALL_STARTS, Erases.ENDED, EraseReason.CALL_STARTED),
                        new Erasing(DeskEvent.PAGE_REFRESHED, Erases.REFRESHED, EraseReason.PAGE_REFRESHED),
                        new Erasing(DeskEvent.PAGE_REPLACED, Erases.REFRESHED, EraseReason.PAGE_REFRESHED),
                        new Erasing(DeskEvent.PAGE_GONE, Erases.REFRESHED, EraseReason.PAGE_REFRESHED),
                        new Erasing(DeskEvent.PATIENT_LEAVES, Erases.THIS_IF_SET, EraseReason.ENDED_OUT_OF_VIEW),
                        new Erasing(DeskEvent.DEADLINE, Erases.OVERDUE, EraseReason.TIME_RAN_OUT),
                        new Erasing(DeskEvent.NODE_STOPS, Erases.ALL, EraseReason.NODE_STOPPED));
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
