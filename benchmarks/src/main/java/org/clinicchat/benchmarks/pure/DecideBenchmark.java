package org.clinicchat.benchmarks.pure;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clinicchat.conversation.CareDecisions;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.FreshIds;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.Practice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pure part of a send: the decision, and what the state is after it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the method that fills the fields first.
public class DecideBenchmark {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PatientId ANNA = PatientId.of("anna");
    private static final ClinicId SAN_MARCO = ClinicId.of("san-marco");
    private static final ConversationKey KEY = new ConversationKey(SAN_MARCO, ROSSI, ANNA);
    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");
    private static final Draft DRAFT = Draft.of(ClientMessageId.of("c1"), ANNA, "Good morning");
    private static final FreshIds IDS =
            new FreshIds(ConversationId.of("conversation-0001"), MessageId.of("message-00000001"), Optional.empty());

    /** How many messages the conversation has. */
    @Param({"10", "10000", "1000000"})
    public int messages;

    private CareFacts facts;

    /** Sends so many messages, as far as the state goes. */
    @Setup
    public void begin() {
        Practice practice = Practice.of(ROSSI, NOW);
        Optional<CareState> state = Optional.empty();
        practice = practice.with(practice.service().switched(true, NOW));
        for (int i = 0; i < messages; i++) {
            facts = facts(practice, state);
            state = Evolution.evolve(
                    state, CareDecisions.send(facts, DRAFT, IDS).orThrow().changes());
        }
        facts = facts(practice, state);
    }

    private static CareFacts facts(Practice practice, Optional<CareState> state) {
        StoredCare stored = new StoredCare(Optional.of(practice), true, false, false, false, state, Optional.empty());
        return new CareFacts(Actor.patient(SAN_MARCO, ANNA), KEY, stored, CareSettings.defaults(), NOW);
    }

    /**
     * Decides, and evolves.
     *
     * @return the state after it
     */
    @Benchmark
    public Optional<CareState> decideAndEvolve() {
        return Evolution.evolve(
                facts.stored().state(),
                CareDecisions.send(facts, DRAFT, IDS).orThrow().changes());
    }
}
