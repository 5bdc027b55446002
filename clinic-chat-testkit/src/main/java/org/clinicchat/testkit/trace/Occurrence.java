package org.clinicchat.testkit.trace;

/**
 * A planted text in bytes.
 *
 * @param number of the text
 * @param form how it is written
 * @param offset at which byte its first block that was found begins
 */
record Occurrence(int number, String form, long offset) {

    static Occurrence of(Pattern pattern, int width, long offset) {
        String form = pattern.code() + (width == 1 ? "" : ", " + width + " bytes each");
        return new Occurrence(pattern.number(), form, offset);
    }
}
