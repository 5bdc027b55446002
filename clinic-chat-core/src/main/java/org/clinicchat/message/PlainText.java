package org.clinicchat.message;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;

/**
 * Text that people write (CARE-5): kept to the code point, with line breaks (LF and CR) and no other control character.
 * Pure functions.
 */
@Enforces({"CARE-5", "SAFE-6"})
public final class PlainText {

    private PlainText() {}

    /**
     * Why a text cannot be kept.
     *
     * @param text what is written; may be empty
     * @param maxCodePoints the longest that is allowed
     * @return the first reason, or empty if it can be kept
     */
    public static Optional<Refusal> whyNot(String text, int maxCodePoints) {
        int codePoints = text.codePointCount(0, text.length());
        if (codePoints > maxCodePoints) {
            return Optional.of(
                    Refusal.of(RefusalCode.TEXT_TOO_LONG, new RefusalDetail.Limit(maxCodePoints, codePoints)));
        }
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isForbidden(codePoint)) {
                return Optional.of(Refusal.of(reason(codePoint), new RefusalDetail.Position(i, codePoint)));
            }
            i += Character.charCount(codePoint);
        }
        return Optional.empty();
    }

    /**
     * Whether a reader would see nothing: only white space and invisible format characters.
     *
     * @param text what is written
     * @return true if there is nothing to see
     */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!isInvisible(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean isForbidden(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        return isControl(codePoint) || isHalfACharacter(codePoint);
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r';
    }

    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static RefusalCode reason(int codePoint) {
        return isHalfACharacter(codePoint) ? RefusalCode.TEXT_NOT_UNICODE : RefusalCode.CONTROL_CHARACTER;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
