package org.clinicchat.proof.faults;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clinicchat.proof.Project;

/**
 * Plants every fault, one at a time, and writes what became of them. Ends with 1 if one was missed. Settings are system
 * properties: {@code faults.only} says how the names of the faults begin that are planted (the page is written for all of
 * them alone), {@code faults.parallel} how many are tried at once.
 */
final class Campaign {

    /** What a run may take; and if the tests take long without any fault, four times that. */
    private static final Duration LEAST = Duration.ofMinutes(2);

    private static final Duration MOST = Duration.ofMinutes(15);

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final SortedMap<String, Map.Entry<Fault, Verdict>> verdicts = new ConcurrentSkipListMap<>();
    private final List<Fault> faults;
    private final Path room;

    private Campaign(List<Fault> faults, Path room) {
        this.faults = faults;
        this.room = room;
    }

    /**
     * Plants them.
     *
     * @param arguments none
     * @throws IOException if the page cannot be written
     * @throws InterruptedException if it is stopped
     * @throws ExecutionException if a fault cannot be tried
     */
    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        String only = System.getProperty("faults.only", "");
        List<Fault> faults = Fault.all().stream()
                .filter(fault -> fault.name().startsWith(only))
                .toList();
        Path room = Files.createDirectories(Project.ROOT.resolve("clinic-chat-proof/target/faults"));
        Campaign campaign = new Campaign(faults, Files.createTempDirectory(room, "campaign"));
        campaign.run();
        if (only.isEmpty()) {
            Files.writeString(Table.PAGE, Table.of(campaign.verdicts));
        }
        System.exit(campaign.missedNone() ? 0 : 1);
    }

    private void run() throws InterruptedException, ExecutionException {
        if (faults.isEmpty()) {
            throw new IllegalStateException("no fault's name begins like this");
        }
        Duration sound = withoutFault();
        plantAll();
        tryAll(new Trial(longer(LEAST, sound.multipliedBy(4))));
        out.println(Table.totals(verdicts));
    }

    /** How long the tests take, which have to pass before any fault is planted. */
    private Duration withoutFault() {
        long start = System.nanoTime();
        Optional<String> failed = new Trial(MOST).failureWithoutFault(room.resolve("sound"));
        if (failed.isPresent()) {
            throw new IllegalStateException("the tests fail without any fault: " + failed.get());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Before any of them is tried: a fault that is out of date shows at once. */
    private void plantAll() {
        try (PlantedClasses classes = new PlantedClasses()) {
            faults.forEach(fault -> classes.compile(List.of(fault), room.resolve(fault.name())));
        }
    }

    private void tryAll(Trial trial) throws InterruptedException, ExecutionException {
        ExecutorService hands = Executors.newFixedThreadPool(Integer.getInteger("faults.parallel", 2));
        try {
            List<Future<?>> trials = new ArrayList<>();
            for (Fault fault : faults) {
                trials.add(hands.submit(() -> tryOut(trial, fault)));
            }
            for (Future<?> one : trials) {
                one.get();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private void tryOut(Trial trial, Fault fault) {
        long start = System.nanoTime();
        Verdict verdict = trial.of(fault, room.resolve(fault.name()));
        verdicts.put(fault.name(), Map.entry(fault, verdict));
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        out.println("[" + verdicts.size() + "/" + faults.size() + "] " + fault.name() + ": " + verdict + ", " + seconds
                + " s");
    }

    private boolean missedNone() {
        return verdicts.values().stream().noneMatch(entry -> entry.getValue().how() == Verdict.How.MISSED);
    }
}
