package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ReadStateProperties {

    @Provide
    Arbitrary<ReadState> states() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 4))
                .as(ReadState::new);
    }

    @Example
    @Tag("READ-1")
    void whoHasNeverBeenHereHasCursorZeroAndNoMark() {
        assertThat(ReadState.NONE).isEqualTo(new ReadState(0, false, 0));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-2")
    void theCursorIsTheHighestReadInWhateverOrderAndHoweverOften(
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 9) Long> reads, @ForAll Random random) {
        List<Long> shuffled = new ArrayList<>(reads);
        shuffled.addAll(reads.subList(0, reads.size() / 2));
        Collections.shuffle(shuffled, random);
        ReadState state = ReadState.NONE;
        for (long seq : shuffled) {
            state = random.nextBoolean() ? state.raisedTo(seq) : state.read(seq, random.nextInt(3));
        }

        assertThat(state.cursor()).isEqualTo(reads.isEmpty() ? 0L : (long) Collections.max(reads));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-2")
    void raisingTouchesNothingElse(@ForAll("states") ReadState state, @ForAll @LongRange(min = 0, max = 9) long seq) {
        assertThat(state.raisedTo(seq))
                .isEqualTo(new ReadState(Math.max(state.cursor(), seq), state.markedUnread(), state.marks()));
        assertThat(state.raisedTo(state.cursor())).isSameAs(state);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-4")
    void markingIsAFlagAndCountsOnce(@ForAll("states") ReadState state) {
        long marks = state.markedUnread() ? state.marks() : state.marks() + 1;

        assertThat(state.marked()).isEqualTo(new ReadState(state.cursor(), true, marks));
        assertThat(state.marked().marked()).isEqualTo(state.marked());
        assertThat(state.opened()).isEqualTo(new ReadState(state.cursor(), false, state.marks()));
        assertThat(ReadState.NONE.opened()).isSameAs(ReadState.NONE);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-5")
    void onlyATicketFromAfterTheMarkClearsIt(
            @ForAll("states") ReadState state,
            @ForAll @LongRange(min = -1, max = 4) long ticket,
            @ForAll @LongRange(min = 0, max = 9) long seq) {
        ReadState after = state.read(seq, ticket);

        assertThat(after.cursor()).isEqualTo(Math.max(state.cursor(), seq));
        assertThat(after.marks()).isEqualTo(state.marks());
        assertThat(after.markedUnread()).isEqualTo(state.markedUnread() && ticket != state.marks());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-5")
    void theViewThatWasOpenBeforeTheMarkDoesNotClearItAndTheNextOneDoes(@ForAll("states") ReadState before) {
        ReadState opened = before.opened();
        long ticket = opened.marks();
        ReadState marked = opened.marked();

        assertThat(marked.read(9, ticket).markedUnread()).isTrue();
        assertThat(marked.read(9, ReadState.NO_TICKET).markedUnread()).isTrue();
        assertThat(marked.read(9, marked.marks()).markedUnread()).isFalse();
        assertThat(marked.opened().markedUnread()).isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-5")
    void aTicketIsSpentByTheNextMark(@ForAll("states") ReadState state) {
        long ticket = state.marked().opened().marks();

        assertThat(state.marked().opened().marked().read(0, ticket).markedUnread())
                .isTrue();
    }
}
