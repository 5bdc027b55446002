package org.clinicchat.testkit;

import org.clinicchat.port.Storage;

/**
 * One way in which a storage breaks down, at a step that a test chooses. A step is whatever the way counts: a call of a port
 * (see {@link FaultStore}), a statement of a database, a packet. It breaks the same data that the sound storage keeps, so
 * that a test can look at what is left. Its {@code toString} says the way.
 */
public interface Breakdown {

    /**
     * The storage that breaks down; as sound as any while nothing is planned. It is that of a node that has just started:
     * with nothing in memory, so that the same operation takes the same steps.
     *
     * @return always the same, unless a storage keeps anything in memory
     */
    Storage storage();

    /**
     * Plans one breakdown, in place of the one before, and counts steps from here.
     *
     * @param step at which step from now: 1 is the next
     */
    void strike(long step);

    /** Plans none, and restores what the last one broke. */
    void heal();

    /**
     * Whether the planned breakdown has come.
     *
     * @return true if it has, since the last planning
     */
    boolean hasStruck();
}
