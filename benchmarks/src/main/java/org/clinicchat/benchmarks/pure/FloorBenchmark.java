package org.clinicchat.benchmarks.pure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** The floor: {@code ConcurrentHashMap.compute} with an immutable head, and a message appended to a list. It keeps no rule. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the method that fills the fields first.
public class FloorBenchmark {

    /** How many messages the conversation has when the measuring begins; what is measured comes on top. */
    @Param({"10", "10000", "1000000"})
    public int messages;

    private ConcurrentHashMap<String, Head> heads;
    private List<Message> log;
    private long sent;

    /** A message. */
    record Message(long seq, String id, Instant time, String text) {}

    /** A head. */
    record Head(long lastSeq, Instant lastTime, String preview) {}

    /** Begins the conversation. */
    @Setup(Level.Trial)
    public void begin() {
        heads = new ConcurrentHashMap<>();
        log = new ArrayList<>();
        heads.put("anna", new Head(0, Instant.EPOCH, ""));
        for (int i = 0; i < messages; i++) {
            append();
        }
    }

    /**
     * Appends one message.
     *
     * @return the head after it
     */
    @Benchmark
    public Head append() {
        sent++;
        String id = "c" + sent;
        return heads.compute("anna", (key, head) -> {
            Message message = new Message(head.lastSeq() + 1, id, Instant.now(), "Good morning");
            log.add(message);
            return new Head(message.seq(), message.time(), message.text());
        });
    }
}
