package org.clinicchat.benchmarks.load.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a round gave, or the median of several.
 *
 * @param sends how many messages were sent
 * @param perSecond messages in a second
 * @param p50 half of the sends took no longer, in milliseconds
 * @param p99 99 of 100 sends took no longer, in milliseconds
 * @param bytes allocated by the callers' threads for each send
 * @param cpu microseconds of processor time of the callers' threads for each send
 * @param serverCpu microseconds of processor time of the database for each send
 */
public record Figures(
        double sends, double perSecond, double p50, double p99, double bytes, double cpu, double serverCpu) {

    /**
     * Figure by figure.
     *
     * @param rounds some rounds
     * @return the medians
     */
    public static Figures median(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::sends),
                median(rounds, Figures::perSecond),
                median(rounds, Figures::p50),
                median(rounds, Figures::p99),
                median(rounds, Figures::bytes),
                median(rounds, Figures::cpu),
                median(rounds, Figures::serverCpu));
    }

    /** Microseconds of processor time of callers and database together, for each send. */
    double allCpu() {
        return cpu + serverCpu;
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
