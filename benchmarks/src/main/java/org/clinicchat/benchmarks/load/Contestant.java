package org.clinicchat.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clinicchat.benchmarks.load.report.Figures;
import org.clinicchat.benchmarks.load.report.Result;

/** One way on its nodes, with what it has been measured at. */
final class Contestant implements AutoCloseable {

    private final Variant variant;
    private final Nodes nodes;
    private final Population population;
    private final AtomicInteger newcomers = new AtomicInteger();
    private final List<Figures> rounds = new ArrayList<>();

    Contestant(Variant variant, Nodes nodes, Population population) {
        this.variant = variant;
        this.nodes = nodes;
        this.population = population;
    }

    /** Everything that a way may keep in memory is there after it, and the compiler has seen its code. */
    void warmUp(Round... rounds) {
        nodes.warmUp(population);
        for (Round round : rounds) {
            run(round, Scenario.SPREAD);
        }
    }

    void measure(Round round, Scenario scenario) {
        rounds.add(run(round, scenario));
    }

    private Figures run(Round round, Scenario scenario) {
        return round.run(nodes.ways(), scenario.traffic(population, newcomers));
    }

    /** The medians of the rounds since the last result, and what a send costs, counted in a round of its own. */
    Result result(Round counting, Scenario scenario) {
        Figures median = Figures.median(rounds);
        rounds.clear();
        return new Result(scenario.key(), counting.callers(), variant.title(), median, cost(counting, scenario));
    }

    private Result.Cost cost(Round counting, Scenario scenario) {
        nodes.count();
        double sends = run(counting, scenario).sends();
        nodes.countNoMore();
        return new Result.Cost(
                nodes.total(Counted::statements) / sends,
                nodes.total(Counted::roundTrips) / sends,
                nodes.total(Counted::commits) / sends);
    }

    @Override
    public void close() {
        nodes.close();
    }
}
