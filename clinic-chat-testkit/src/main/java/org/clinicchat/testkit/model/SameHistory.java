package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.people.ClinicId;
import org.clinicchat.testkit.CountingIds;
import org.clinicchat.testkit.SettableClock;

/**
 * A random history that is told to several compositions, on the same clock: every answer of each is held to the first one's,
 * with all views of all actors at its end. The first is held to the reference model.
 */
public final class SameHistory {

    private static final List<ClinicId> CLINICS = List.of(Cast.SAN_MARCO, Cast.SAN_LUCA);

    private final CareSettings settings;
    private final List<Step> steps;

    private SameHistory(CareSettings settings, List<Step> steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * Random histories under random switches.
     *
     * @param most of how many steps, or of some fewer
     * @return the arbitrary
     */
    public static Arbitrary<SameHistory> arbitrary(int most) {
        return Combinators.combine(CareArbitraries.settings(), CareArbitraries.histories(most))
                .as(SameHistory::new);
    }

    /**
     * Tells it to all of them.
     *
     * @param first is held to the model
     * @param others each of them is held to the first
     * @throws AssertionError if an answer differs; it tells the history
     */
    public void tell(Composition first, List<Composition> others) {
        Objects.requireNonNull(others, "others");
        SettableClock clock = SettableClock.atSomeMorning();
        // Lists are ordered by ids, and stores do not draw equally many: so they rise.
        try (Nodes nodes = Nodes.of(first, settings, clock, CountingIds.ascending(1))) {
            History history = History.of(settings, clock, nodes.chats());
            history.run(steps);
            Views.of(history.model).forEach(history::perform);
            others.forEach(other -> retell(history, clock, other));
        }
    }

    private void retell(History history, SettableClock clock, Composition other) {
        try (Nodes nodes = Nodes.of(other, settings, clock, CountingIds.ascending(1))) {
            CLINICS.forEach(clinic -> history.retell(clinic, nodes.chats()));
        }
    }

    @Override
    public String toString() {
        return steps.size() + " steps under " + settings;
    }
}
