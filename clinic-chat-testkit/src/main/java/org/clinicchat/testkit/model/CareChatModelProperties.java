package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.testkit.CountingIds;
import org.clinicchat.testkit.SettableClock;

/**
 * Random histories of many actors on a composition, held beside the reference model: the answer of every command, and after
 * every command every answer of every view of every actor. A failing history is shrunk and told step by step.
 *
 * <p>To run it on your own composition, extend it and say how a chat is put together.
 */
public abstract class CareChatModelProperties extends CareProperties {

    /** For those that extend it. */
    protected CareChatModelProperties() {}

    /** Every answer of every view is the model's after every command, whatever the switches; so is the whole audit. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-1")
    @Tag("SAFE-2")
    @Tag("SAFE-3")
    @Tag("READ-3")
    public void everyAnswerIsTheModels(
            @ForAll("settings") CareSettings settings, @ForAll("histories") List<Step> steps) {
        told(settings, history -> history.runWatched(steps, effort().lookEvery()));
    }

    /** Longer histories, whose views are looked at once, at the end; subscribers are told the model's events throughout. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-1")
    @Tag("SAFE-3")
    @Tag("SUB-5")
    @Tag("LIVE-1")
    public void everyAnswerOfALongHistoryIsTheModels(
            @ForAll("settings") CareSettings settings, @ForAll("longHistories") List<Step> steps) {
        told(settings, history -> history.runWatched(steps, steps.size()));
    }

    /** What canSend, canAttach and canView say is what a new, valid draft and an opening are then answered. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-10")
    public void whatMayBeDoneIsWhatIsDone(
            @ForAll("settings") CareSettings settings, @ForAll("longHistories") List<Step> steps) {
        told(settings, history -> {
            history.run(steps);
            Asking.everywhere(history, Asking::asAnswered);
        });
    }

    /** Whoever may not see a conversation gets, to every call, what one gets that there never was (SAFE-1). */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-1")
    @Tag("CARE-11")
    @Tag("SUB-1")
    public void whatOneMayNotSeeIsAsIfItWereNot(
            @ForAll("settings") CareSettings settings, @ForAll("longHistories") List<Step> steps) {
        told(settings, history -> {
            history.run(steps);
            Asking.everywhere(history, Asking::asOfNothing);
        });
    }

    /** The unread count of every page is a recount of what the same reader reads there. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-3")
    public void unreadIsARecount(@ForAll("settings") CareSettings settings, @ForAll("longHistories") List<Step> steps) {
        told(settings, history -> {
            history.run(steps);
            Asking.everywhere(history, Asking::asRecounted);
        });
    }

    /** Told without the other clinic, a clinic's history is answered as it was with it (SAFE-2). */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    @Tag("SAFE-2")
    public void everyAnswerIsAsWithoutTheOtherClinic(
            @ForAll("settings") CareSettings settings, @ForAll("longHistories") List<Step> steps) {
        SettableClock clock = SettableClock.atSomeMorning();
        try (Nodes both = Nodes.of(composition(), settings, clock, CountingIds.ascending(1));
                Nodes alone = Nodes.of(composition(), settings, clock, CountingIds.ascending(2))) {
            History history = History.of(settings, clock, both.chats());
            history.run(steps);
            assertThat(history.retell(Cast.SAN_MARCO, alone.chats())).isPositive();
            assertThat(history.retell(Cast.SAN_LUCA, alone.chats())).isPositive();
        }
    }

    private void told(CareSettings settings, Consumer<History> proof) {
        SettableClock clock = SettableClock.atSomeMorning();
        try (Nodes nodes = Nodes.of(composition(), settings, clock, CountingIds.scattered(1))) {
            proof.accept(History.of(settings, clock, nodes.chats()));
        }
    }

    @Provide
    Arbitrary<CareSettings> settings() {
        return CareArbitraries.settings();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return CareArbitraries.histories(30);
    }

    @Provide
    Arbitrary<List<Step>> longHistories() {
        return CareArbitraries.histories(80);
    }
}
