package org.clinicchat.testkit.model;

import java.util.List;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;

/** What subscribers can ask, and what they are told; each subscription has a number of the asker's. */
public interface LiveCalls {

    /**
     * What a subscriber was told.
     *
     * @param conversation where it happened
     * @param event what
     */
    record News(ConversationKey conversation, ConversationEvent event) {}

    /**
     * Subscribes.
     *
     * @param number the subscription's
     * @param actor who
     * @return done, or why not
     */
    Outcome<Allowed> subscribe(int number, Actor actor);

    /**
     * Ends a subscription, if there is such a one.
     *
     * @param number the subscription's
     */
    void close(int number);

    /** Looks for what subscribers were not told. */
    void sweep();

    /**
     * What a subscriber was told since this was last asked.
     *
     * @param number the subscription's
     * @param expected for how many news to wait, if they are told in another thread
     * @return the news, in order
     */
    List<News> told(int number, int expected);
}
