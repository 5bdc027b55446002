package org.clinicchat.benchmarks.load;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** One caller: sends, one message after another, until the time is over. Not safe for several threads. */
final class Caller implements Callable<Caller> {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Way way;
    private final Supplier<Sending> traffic;
    private final long until;
    private long[] nanos = new long[1_024];
    private int count;
    private long bytes;
    private long cpuNanos;

    Caller(Way way, Supplier<Sending> traffic, long until) {
        this.way = way;
        this.traffic = traffic;
        this.until = until;
    }

    @Override
    public Caller call() {
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        for (long begin = System.nanoTime(); begin < until; ) {
            way.send(traffic.get());
            long end = System.nanoTime();
            add(end - begin);
            begin = end;
        }
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        cpuNanos = THREADS.getCurrentThreadCpuTime() - cpuBefore;
        return this;
    }

    /** How long each send took. */
    LongStream nanos() {
        return Arrays.stream(nanos, 0, count);
    }

    /** How many bytes its thread allocated. */
    long bytes() {
        return bytes;
    }

    /** How much processor time its thread had. */
    long cpuNanos() {
        return cpuNanos;
    }

    private void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count] = took;
        count++;
    }
}
