package org.clinicchat.testkit.trace;

/**
 * A text that a hunt has planted, without the text: only who was given it has that.
 *
 * @param number counted from 1 in each hunt
 */
public record Mark(int number) {

    /** As findings name it. */
    @Override
    public String toString() {
        return "text " + number;
    }
}
