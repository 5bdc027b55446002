package org.clinicchat.testkit.trace;

/**
 * A copy of a planted text, or of eight letters of it in a row, that was found. It says where, and never the text.
 *
 * @param mark which text
 * @param place the name of the {@link Place}
 * @param where the spot in it: a file, a column, a thread, what holds it in the heap
 * @param form how it is written there
 */
public record Trace(Mark mark, String place, String where, String form) {

    @Override
    public String toString() {
        return mark + " in " + place + ": " + where + ", " + form;
    }
}
