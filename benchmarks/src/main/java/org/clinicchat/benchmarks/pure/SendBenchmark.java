package org.clinicchat.benchmarks.pure;

import java.util.concurrent.TimeUnit;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.inmemory.InMemoryStorage;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Receipt;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A send through the façade to the store in memory, in a conversation that has so many messages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the method that fills the fields first.
public class SendBenchmark {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PatientId ANNA = PatientId.of("anna");

    /** How many messages the conversation has when the measuring begins; what is measured comes on top. */
    @Param({"10", "10000", "1000000"})
    public int messages;

    private ClinicChat chat;
    private Conversation conversation;
    private long sent;

    /** Begins the conversation. */
    @Setup(Level.Trial)
    public void begin() {
        chat = ClinicChat.on(InMemoryStorage.create()).sweepOnDemand().build();
        Clinic clinic = chat.clinic(ClinicId.of("san-marco"));
        clinic.host().putPractice(ROSSI);
        clinic.host().putPatient(PatientProfile.of(ANNA, "Anna", "D'Amico"));
        clinic.practitioner(ROSSI).settings().activateService().orThrow();
        conversation = clinic.patient(ANNA).conversationWith(ROSSI);
        for (int i = 0; i < messages; i++) {
            send();
        }
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void end() {
        chat.close();
    }

    /**
     * Sends one message.
     *
     * @return its receipt
     */
    @Benchmark
    public Receipt send() {
        sent++;
        return conversation
                .send(Draft.of(ClientMessageId.of("c" + sent), ANNA, "Good morning"))
                .orThrow();
    }
}
