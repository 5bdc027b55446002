package org.clinicchat.testkit.trace;

/**
 * Eight or sixteen bytes by which a planted text betrays itself, masked.
 *
 * @param low the last eight bytes
 * @param high the eight before them, unless {@code isLong} is false
 * @param isLong whether the eight before count too
 * @param number of the text
 * @param code how the letters are written
 */
record Pattern(long low, long high, boolean isLong, int number, String code) {

    int length() {
        return isLong ? 2 * Long.BYTES : Long.BYTES;
    }

    boolean matches(long high, int run) {
        return !isLong || (run >= 2 * Long.BYTES && this.high == high);
    }
}
