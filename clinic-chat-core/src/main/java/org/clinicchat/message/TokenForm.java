package org.clinicchat.message;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/** The form of the ids that are ours or a client's: safe in addresses, logs and every database. */
final class TokenForm {

    private static final int MOST = 64;

    private TokenForm() {}

    static boolean fits(String value) {
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

    /** What may be logged: an id of ours, but never what somebody sent in its place. */
    @Enforces("SAFE-5")
    static String shown(String value) {
        return fits(value) ? value : "[malformed]";
    }

    /** A number that came back from a browser: digits of ASCII, few enough for a long. */
    @Enforces("SAFE-6")
    static Optional<Long> number(String value) {
        return value.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static boolean fits(char c) {
        return isIn(c, 'a', 'z') || isIn(c, 'A', 'Z') || isIn(c, '0', '9') || c == '-' || c == '_';
    }

    private static boolean isIn(int c, char first, char last) {
        return c >= first && c <= last;
    }
}
