package org.clinicchat.testkit.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/**
 * Readers beside writers. A writer is two writes ahead of the slowest reader, no more, and a reader reads a few times for each
 * write. So reads and writes overlap, nobody crowds another out, and whoever waits waits at a monitor.
 */
final class Watching {

    private static final long GONE = Long.MAX_VALUE;
    private static final int AHEAD = 2;
    private static final int A_FEW = 4;

    /** Each reader's last read that has ended: how many writes had begun when it began. */
    private final long[] watched;

    private int writing;
    private long begun;

    private Watching(int writers, int readers) {
        writing = writers;
        watched = new long[readers];
    }

    /**
     * What the readers saw while others wrote, without what a reader saw twice in a row.
     *
     * @param writers how many threads write
     * @param writes how often each of them writes
     * @param write is told the number of the write, from 0
     * @param readers each on its own thread, again and again
     */
    static <T> List<T> of(int writers, int writes, IntConsumer write, List<Callable<T>> readers) {
        Watching watching = new Watching(writers, readers.size());
        List<Callable<List<T>>> tasks = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            tasks.add(() -> {
                watching.write(writes, write);
                return List.of();
            });
        }
        for (int i = 0; i < readers.size(); i++) {
            int reader = i;
            tasks.add(() -> watching.read(reader, readers.get(reader)));
        }
        return Race.of(tasks).stream().flatMap(List::stream).toList();
    }

    private void write(int writes, IntConsumer write) throws InterruptedException {
        try {
            Deque<Long> unwatched = new ArrayDeque<>();
            for (int n = 0; n < writes; n++) {
                unwatched.add(begin());
                write.accept(n);
                if (unwatched.size() > AHEAD) {
                    awaitReadsAfter(unwatched.remove());
                }
            }
        } finally {
            leave();
        }
    }

    private <T> List<T> read(int reader, Callable<T> read) throws Exception {
        List<T> seen = new ArrayList<>();
        long last = 0;
        int times = 0;
        try {
            while (awaitWriteAfter(last, times)) {
                long before = begun();
                T now = read.call();
                if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(now)) {
                    seen.add(now);
                }
                times = before == last ? times + 1 : 1;
                last = before;
                watched(reader, before);
            }
        } finally {
            watched(reader, GONE);
        }
        return seen;
    }

    private synchronized long begin() {
        begun++;
        notifyAll();
        return begun;
    }

    private synchronized void leave() {
        writing--;
        notifyAll();
    }

    private synchronized long begun() {
        return begun;
    }

    private synchronized void watched(int reader, long upTo) {
        watched[reader] = upTo;
        notifyAll();
    }

    private synchronized void awaitReadsAfter(long write) throws InterruptedException {
        while (Arrays.stream(watched).anyMatch(upTo -> upTo < write)) {
            wait();
        }
    }

    /** Whether there may be something new to read; false once all writes have been watched and no writer is left. */
    private synchronized boolean awaitWriteAfter(long write, int times) throws InterruptedException {
        while (begun == write && writing > 0 && times >= A_FEW) {
            wait();
        }
        return begun > write || writing > 0;
    }
}
