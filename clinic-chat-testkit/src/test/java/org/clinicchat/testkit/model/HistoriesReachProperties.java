package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.testkit.SettableClock;

/**
 * What random histories reach. One in which nobody is let in proves nothing, and no failure would say so: so each thing that a
 * rule is about must happen in some part of them. The seed is fixed: what they reach changes with the histories alone.
 */
class HistoriesReachProperties {

    private static final int HISTORIES = 200;

    /** In how many of the histories each thing must happen at least: about half of those in which it did when this was set. */
    private static final Map<String, Integer> LEAST = Map.ofEntries(
            Map.entry("ten accepted sends", 75),
            Map.entry("a conversation of ten messages", 55),
            Map.entry("a second reply ONCE_EVER", 7),
            Map.entry("a second reply ONCE_PER_ACTIVATION", 12),
            Map.entry("a second reply ONCE_PER_TEXT", 10),
            Map.entry("a substitute's message", 85),
            Map.entry("a retraction", 65),
            Map.entry("a message in the other clinic", 50),
            Map.entry("refused: CHAT_DISABLED", 28),
            Map.entry("a message after a disabling has ended", 32),
            Map.entry("a mark-read from a view", 70),
            Map.entry("a ticket refused", 16),
            Map.entry("a mark that a mark-read from a view left", 12),
            Map.entry("a mark that an opening cleared", 37),
            Map.entry("an opening that leaves something unread", 60),
            Map.entry("a page of a list that has a next", 38),
            Map.entry("a page of a list that was turned", 17),
            Map.entry("a page of a patient's list that has a next", 12),
            Map.entry("ten news told live", 26),
            Map.entry("news withheld from who may not see it", 7),
            Map.entry("refused: SERVICE_OFF", 43),
            Map.entry("refused: HEAD_MOVED", 70),
            Map.entry("refused: CLIENT_MESSAGE_ID_REUSED", 40),
            Map.entry("refused: WRONG_PATIENT", 65),
            Map.entry("refused: NOT_AUTHOR", 40),
            Map.entry("refused: FOREIGN_CURSOR", 50));

    private final Map<String, Integer> happened = new TreeMap<>();

    @Property(tries = HISTORIES, seed = "20260302", edgeCases = EdgeCasesMode.NONE)
    void whatTheRulesAreAboutHappens(@ForAll("settings") CareSettings settings, @ForAll("histories") List<Step> steps) {
        History history = History.ofTheModel(settings, SettableClock.atSomeMorning());
        Seen seen = new Seen(history);
        history.begin();
        for (Step step : steps) {
            Set<String> marked = seen.marked();
            history.perform(step.plan(history));
            seen.look(marked);
        }
        seen.atTheEnd(settings).forEach(what -> happened.merge(what, 1, Integer::sum));
    }

    @AfterProperty
    void nothingIsOutOfReach() {
        assertThat(LEAST)
                .as("in %s histories: %s", HISTORIES, happened)
                .allSatisfy((what, least) ->
                        assertThat(happened.getOrDefault(what, 0)).as(what).isGreaterThanOrEqualTo(least));
    }

    @Provide
    Arbitrary<CareSettings> settings() {
        return CareArbitraries.settings();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return CareArbitraries.histories(80);
    }
}
