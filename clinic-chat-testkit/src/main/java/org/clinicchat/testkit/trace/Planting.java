package org.clinicchat.testkit.trace;

/** What the host does with a text that a hunt gives it: sends it, stores it. It keeps no copy of its own. */
@FunctionalInterface
public interface Planting {

    /**
     * Puts the text where texts go.
     *
     * @param text 32 letters; whatever is sent may have more around them
     * @throws Exception as the host's own code does; the hunt looks at it, and hands it on
     */
    void plant(String text) throws Exception;
}
