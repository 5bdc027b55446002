package org.clinicchat.message;

import java.util.List;
import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;

/**
 * What a message may hold (CARE-5), with the rules as functions: pure, without state.
 *
 * @param maxCodePoints the longest text, in code points; 1 or more (switch; 10,000)
 * @param maxAttachments the most files of one message; 0 or more (switch of ATT-3; 5)
 */
@Enforces({"CARE-5", "SAFE-6"})
public record MessageLimits(int maxCodePoints, int maxAttachments) {

    /** Checks the ranges. */
    public MessageLimits {
        if (maxCodePoints < 1 || maxAttachments < 0) {
            throw new IllegalArgumentException("limits must allow something");
        }
    }

    /**
     * The rulebook's limits.
     *
     * @return 10,000 code points and 5 attachments
     */
    public static MessageLimits defaults() {
        return new MessageLimits(10_000, 5);
    }

    /**
     * Why this content cannot be sent.
     *
     * @param text what is written
     * @param attachments what is named
     * @return the first reason, or empty if it can be sent
     */
    public Optional<Refusal> whyNot(String text, List<AttachmentRef> attachments) {
        if (attachments.isEmpty() && PlainText.isBlank(text)) {
            return Optional.of(Refusal.of(RefusalCode.MESSAGE_EMPTY));
        }
        return PlainText.whyNot(text, maxCodePoints).or(() -> whyNot(attachments));
    }

    private Optional<Refusal> whyNot(List<AttachmentRef> attachments) {
        if (attachments.size() > maxAttachments) {
            return Optional.of(Refusal.of(
                    RefusalCode.TOO_MANY_ATTACHMENTS, new RefusalDetail.Limit(maxAttachments, attachments.size())));
        }
        for (AttachmentRef attachment : attachments) {
            if (!attachment.isWellFormed()) {
                return Optional.of(Refusal.of(RefusalCode.MALFORMED_ATTACHMENT));
            }
        }
        return Optional.empty();
    }
}
