package org.clinicchat.people;

/** The form of FHIR's ids. */
final class FhirId {

    private static final int MOST = 64;

    private FhirId() {}

    static void check(String value, String what) {
        if (!isOne(value)) {
            throw new IllegalArgumentException(what + " must be 1 to 64 of [A-Za-z0-9.-]");
        }
    }

    static boolean isOne(String value) {
        if (value.isEmpty() || value.length() > MOST) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!fits(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char c) {
        return isIn(c, 'a', 'z') || isIn(c, 'A', 'Z') || isIn(c, '0', '9') || c == '-' || c == '.';
    }

    private static boolean isIn(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
