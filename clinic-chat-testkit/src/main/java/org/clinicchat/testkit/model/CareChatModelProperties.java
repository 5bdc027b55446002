package org.clinicchat.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clinicchat.ClinicChat;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.port.IdSource;
import org.clinicchat.testkit.CountingIds;
import org.clinicchat.testkit.SettableClock;

/**
 * Random histories of many actors on a composition, held beside the reference model: the answer of every command, and after
 * every command every answer of every view of every actor. A failing history is shrunk and told step by step.
 *
 * <p>To run it on your own composition, extend it and say how a chat is put together.
 */
public abstract class CareChatModelProperties {

    /**
     * The composition under test; asked for at the beginning of each history. Its storage need not be empty.
     *
     * @return the composition
     */
    protected abstract Composition composition();

    /** Every answer is the model's, whatever the switches. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    public void everyAnswerIsTheModels(
            @ForAll("settings") CareSettings settings, @ForAll("histories") List<Step> steps) {
        SettableClock clock = SettableClock.atSomeMorning();
        try (ClinicChat chat = chat(settings, clock, CountingIds.scattered(1))) {
            new History(settings, clock, chat).run(steps);
        }
    }

    private ClinicChat chat(CareSettings settings, SettableClock clock, IdSource ids) {
        return composition()
                .node()
                .care(settings)
                .clock(clock)
                .ids(ids)
                .sweepOnDemand()
                .build();
    }

    @Provide
    Arbitrary<CareSettings> settings() {
        return CareArbitraries.settings();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return CareArbitraries.histories(30);
    }
}
