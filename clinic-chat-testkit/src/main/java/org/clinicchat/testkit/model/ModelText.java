package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;

/** What may be written (CARE-5, SAFE-6), said anew. */
final class ModelText {

    private static final int PREVIEW = 120;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private ModelText() {}

    static boolean isToken(String value) {
        return TOKEN.matcher(value).matches();
    }

    static Optional<Refusal> whyNot(String text, List<AttachmentRef> attachments, MessageLimits limits) {
        if (attachments.isEmpty() && isBlank(text)) {
            return Optional.of(Refusal.of(RefusalCode.MESSAGE_EMPTY));
        }
        return whyNot(text, limits.maxCodePoints()).or(() -> whyNot(attachments, limits.maxAttachments()));
    }

    static Optional<Refusal> whyNot(String text, int most) {
        long length = text.codePoints().count();
        if (length > most) {
            return Optional.of(Refusal.of(RefusalCode.TEXT_TOO_LONG, new RefusalDetail.Limit(most, length)));
        }
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int codePoint = text.codePointAt(i);
            int category = Character.getType(codePoint);
            RefusalDetail here = new RefusalDetail.Position(i, codePoint);
            if (category == Character.SURROGATE) {
                return Optional.of(Refusal.of(RefusalCode.TEXT_NOT_UNICODE, here));
            }
            if (category == Character.CONTROL && codePoint != '\n' && codePoint != '\r') {
                return Optional.of(Refusal.of(RefusalCode.CONTROL_CHARACTER, here));
            }
        }
        return Optional.empty();
    }

    static Optional<Refusal> whyNot(List<AttachmentRef> attachments, int most) {
        if (attachments.size() > most) {
            return Optional.of(
                    Refusal.of(RefusalCode.TOO_MANY_ATTACHMENTS, new RefusalDetail.Limit(most, attachments.size())));
        }
        return attachments.stream().allMatch(file -> isToken(file.value()))
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalCode.MALFORMED_ATTACHMENT));
    }

    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    static String beginning(String text) {
        int[] first = text.codePoints().limit(PREVIEW).toArray();
        return new String(first, 0, first.length).replaceAll("\\r\\n|\\r|\\n", " ");
    }
}
