package org.clinicchat.session.port;

import org.clinicchat.outcome.Outcome;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.desk.DeskCommand;
import org.clinicchat.session.desk.DeskFacts;
import org.clinicchat.session.desk.Room;

/**
 * Where sessions live: in memory, and nowhere else (ERA-7). A home keeps each desk, and lets commands decide on it one after
 * another by {@link DeskCommand#decide}. Commands and answers are values, so that a home may also be one that carries them to the
 * node where a desk is. Safe for any number of threads.
 */
public interface SessionHome {

    /**
     * Lets a command decide on a desk, alone: of two commands at one desk one sees what the other did. What it erases is referred
     * to by nothing once this has returned.
     *
     * @param desk which; every desk is there from the beginning, and empty
     * @param command what is told or asked
     * @param facts the time and the switches; the home says whether there is room
     * @param <A> what an accepted call gives
     * @return the command's answer
     */
    <A> Outcome<A> tell(DeskKey desk, DeskCommand<A> command, DeskFacts facts);

    /**
     * Erases what is overdue at desks at which nothing happens (ERA-5).
     *
     * @param facts the time and the switches
     */
    void sweep(DeskFacts facts);

    /**
     * Erases every session of every desk, for the node stops (ERA-5).
     *
     * @param facts the time and the switches
     */
    void stop(DeskFacts facts);

    /**
     * How much is held.
     *
     * @return all desks together
     */
    Room held();

    /**
     * Adds a listener. It is told of each change once the change is done, by the thread that made it, and outside every lock.
     *
     * @param listener who is told
     */
    void add(NewsListener listener);

    /**
     * Removes a listener.
     *
     * @param listener who is told no more
     */
    void remove(NewsListener listener);
}
