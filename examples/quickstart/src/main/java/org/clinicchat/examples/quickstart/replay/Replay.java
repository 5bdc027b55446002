package org.clinicchat.examples.quickstart.replay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.examples.quickstart.terminal.Terminal;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.Storage;

/** Replays the dialogues of a file, each as one conversation, with several practitioners at work at once. */
public final class Replay {

    private static final ClinicId CLINIC = ClinicId.of("san-marco");
    private static final int SHOW_EVERY = 10;

    private final DialogueFile file;
    private final Storage storage;
    private final Terminal terminal;

    private Replay(DialogueFile file, Storage storage, Terminal terminal) {
        this.file = file;
        this.storage = storage;
        this.terminal = terminal;
    }

    /**
     * Prepares a replay.
     *
     * @param file the dialogues
     * @param storage where the clinic keeps them
     * @param terminal where it tells what it does
     * @return what can be run
     */
    public static Replay of(DialogueFile file, Storage storage, Terminal terminal) {
        return new Replay(file, storage, terminal);
    }

    /**
     * Replays, verifies and reports.
     *
     * @return the exit code: 0 if everything came back as it was sent, 1 if anything did not
     */
    public int run() {
        try (ClinicChat chat = ClinicChat.on(storage).build()) {
            Clinic clinic = chat.clinic(CLINIC);
            List<Desk> desks = Desk.open(clinic);
            long start = System.nanoTime();
            List<Played> played = play(clinic, desks);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            terminal.progress("  verifying …");
            Verification verification = new Verification(clinic);
            List<Difference> differences = verification.check(played);
            terminal.progress("");
            new Report(terminal, file.name(), clinic, desks, played)
                    .print(time, verification.autoReplies(), differences);
            return differences.isEmpty() ? 0 : 1;
        }
    }

    private List<Played> play(Clinic clinic, List<Desk> desks) {
        ExecutorService atWork = Executors.newFixedThreadPool(desks.size());
        try {
            List<Future<Played>> coming = IntStream.range(0, file.dialogues().size())
                    .mapToObj(i -> new Playing(
                            clinic,
                            CLINIC,
                            desks.get(i % desks.size()),
                            file.dialogues().get(i)))
                    .map(playing -> atWork.submit(playing::play))
                    .toList();
            return IntStream.range(0, coming.size())
                    .mapToObj(i -> await(coming.get(i), i))
                    .toList();
        } finally {
            atWork.shutdown();
        }
    }

    private Played await(Future<Played> coming, int before) {
        if (before % SHOW_EVERY == 0) {
            terminal.progress(
                    "  replaying … " + before + " of " + file.dialogues().size() + " dialogues");
        }
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dialogue could not be replayed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying", e);
        }
    }
}
