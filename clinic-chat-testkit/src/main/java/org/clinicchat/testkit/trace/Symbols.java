package org.clinicchat.testkit.trace;

/** Which bytes can be part of a planted text, in whatever code: letters, whose case says nothing, and digits. */
final class Symbols {

    private static final byte[] FOLDED = folded();

    private Symbols() {}

    /** The letter in lower case, the digit, or 0 for all else. */
    static int of(int octet) {
        return FOLDED[octet];
    }

    private static byte[] folded() {
        byte[] folded = new byte[256];
        for (int octet = 0; octet < 128; octet++) {
            if (Character.isLetterOrDigit(octet)) {
                folded[octet] = (byte) Character.toLowerCase(octet);
            }
        }
        return folded;
    }
}
