package org.clinicchat.message;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/** The form of the numbers that travel through a browser: digits of ASCII, few enough for a long. */
final class Digits {

    private static final int MOST = 18;

    private Digits() {}

    @Enforces("SAFE-6")
    static Optional<Long> parse(String value) {
        boolean fits =
                !value.isEmpty() && value.length() <= MOST && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }
}
