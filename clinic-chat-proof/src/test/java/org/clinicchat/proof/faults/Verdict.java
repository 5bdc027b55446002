package org.clinicchat.proof.faults;

/**
 * What became of a planted fault.
 *
 * @param how whether it was found, and by whom
 * @param test the first test that failed; empty if none did
 */
record Verdict(How how, String test) {

    /** Whether it was found, and by whom. */
    enum How {
        /** A test with the rule's tag failed. */
        BY_ITS_RULE("by a test of its rule"),
        /** A test failed, but none with the rule's tag. */
        BY_ANOTHER("by another test"),
        /** The tests came to no end. */
        BY_TIME_OUT("by a time-out"),
        /** All tests passed. */
        MISSED("missed");

        private final String words;

        How(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Override
    public String toString() {
        return switch (how) {
            case BY_ITS_RULE -> "`" + test + "`";
            case BY_ANOTHER -> "`" + test + "` (not of this rule)";
            case BY_TIME_OUT -> "a time-out: the tests came to no end";
            case MISSED -> "**missed**";
        };
    }
}
