package org.clinicchat.people;

/** The form of names and identifiers that the host puts: short, real Unicode, without control characters. */
final class DisplayText {

    private static final int MOST = 255;

    private DisplayText() {}

    static void check(String text, String what) {
        if (text.length() > MOST) {
            throw new IllegalArgumentException(what + " has more than " + MOST + " characters");
        }
        if (text.codePoints().anyMatch(DisplayText::isForbidden)) {
            throw new IllegalArgumentException(what + " has a control character or half of a surrogate pair");
        }
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
