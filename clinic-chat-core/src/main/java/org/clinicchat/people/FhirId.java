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
        return !value.isEmpty() && value.length() <= MOST && value.chars().allMatch(FhirId::fits);
    }

    private static boolean fits(int c) {
        return isIn(c, 'a', 'z') || isIn(c, 'A', 'Z') || isIn(c, '0', '9') || c == '-' || c == '.';
    }

    private static boolean isIn(int c, char first, char last) {
        return c >= first && c <= last;
    }
}
