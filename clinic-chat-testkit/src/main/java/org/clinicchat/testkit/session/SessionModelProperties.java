package org.clinicchat.testkit.session;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.clinicchat.session.chat.EndedElsewhere;
import org.clinicchat.session.chat.FirstWriter;
import org.clinicchat.session.chat.OnRefresh;
import org.clinicchat.session.chat.SessionSettings;
import org.clinicchat.session.port.SessionHome;

/**
 * Random histories of two practitioners, five patients and two pages each, all events in any order, held beside a reference model:
 * the answer of every call, and after every step every view and the rulebook's invariants. A failing history is shrunk.
 *
 * <p>To run it on your own home for sessions, extend it and say how a home is made.
 */
public abstract class SessionModelProperties {

    /** For those that extend it. */
    protected SessionModelProperties() {}

    /**
     * A home with nothing in it, and with room for hundreds of sessions.
     *
     * @return a new one, or one that is as good as new
     */
    protected abstract SessionHome home();

    /** Whatever happens, in whatever order: the chat says what the model says, and erases what the model erases. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @Tag("SES-1")
    @Tag("SES-2")
    @Tag("SES-3")
    @Tag("SES-4")
    @Tag("SES-5")
    @Tag("SES-6")
    @Tag("SES-7")
    @Tag("SES-8")
    @Tag("SES-9")
    @Tag("SES-10")
    @Tag("ERA-1")
    @Tag("ERA-2")
    @Tag("ERA-3")
    @Tag("ERA-4")
    @Tag("ERA-5")
    @Tag("ERA-6")
    @Tag("ERA-8")
    public void everyAnswerIsTheModels(
            @ForAll("settings") SessionSettings settings, @ForAll("histories") List<SessionStep> steps) {
        try (SessionHistory history = new SessionHistory(home(), settings)) {
            history.run(steps);
        }
    }

    @Provide
    Arbitrary<SessionSettings> settings() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, FirstWriter.EITHER), Tuple.of(1, FirstWriter.PRACTITIONER)),
                        Arbitraries.frequency(Tuple.of(3, OnRefresh.ERASES_ENDED), Tuple.of(1, OnRefresh.ERASES_ALL)),
                        Arbitraries.frequency(Tuple.of(3, EndedElsewhere.LISTED), Tuple.of(1, EndedElsewhere.ERASED)),
                        Arbitraries.of(3, 500))
                .as((first, refresh, elsewhere, messages) -> SessionSettings.defaults()
                        .with(first)
                        .with(refresh)
                        .with(elsewhere)
                        .endedLasting(Duration.ofHours(12))
                        .withLimits(10_000, messages));
    }

    @Provide
    Arbitrary<List<SessionStep>> histories() {
        Arbitrary<SessionStep.Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(SessionStep.Deed.class)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                SessionStep.Deed.JOINS,
                                SessionStep.Deed.LEAVES,
                                SessionStep.Deed.CHOOSES,
                                SessionStep.Deed.PATIENT_WRITES,
                                SessionStep.Deed.PRACTITIONER_WRITES)));
        return Combinators.combine(
                        deeds,
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1)),
                        Arbitraries.frequency(
                                Tuple.of(6, 0), Tuple.of(4, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 4)),
                        Arbitraries.integers().between(0, 60))
                .as(SessionStep::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
