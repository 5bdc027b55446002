package org.clinicchat.benchmarks.load.report;

/**
 * One line of the report.
 *
 * @param scenario which messages were sent
 * @param callers by how many callers at once
 * @param way in which way
 * @param figures the medians of its rounds
 * @param cost what each send cost the database
 */
public record Result(String scenario, int callers, String way, Figures figures, Cost cost) {

    /**
     * What does not depend on the machine.
     *
     * @param statements run for each send
     * @param roundTrips waited for, for each send
     * @param commits for each send
     */
    public record Cost(double statements, double roundTrips, double commits) {}
}
