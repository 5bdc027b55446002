package org.clinicchat.conversation;

import java.util.Objects;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.outcome.Enforces;

/**
 * The beginning of the newest message that is neither retracted nor automatic, as a list shows it (INBOX-2, CARE-6): an
 * automatic reply would hide the words on which somebody waits. Its {@code toString} hides the text.
 *
 * @param authorship who wrote, and for whom
 * @param kind what the message is
 * @param text at most {@value #MOST_CODE_POINTS} code points, line breaks as spaces; empty if it has only attachments
 * @param attachments how many files it names
 */
@Enforces({"INBOX-2", "CARE-6"})
public record Preview(Authorship authorship, MessageKind kind, String text, int attachments) {

    /** The longest preview, in code points. */
    public static final int MOST_CODE_POINTS = 120;

    /** Checks that nothing is null. */
    public Preview {
        Objects.requireNonNull(authorship, "authorship");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /**
     * The preview of a message.
     *
     * @param message which; not retracted
     * @return its preview
     */
    public static Preview of(Message message) {
        return new Preview(
                message.authorship(),
                message.kind(),
                beginning(message.text()),
                message.attachments().size());
    }

    /**
     * Whether lists show this message when it is the newest.
     *
     * @param message which
     * @return false for a retracted and for an automatic one
     */
    public static boolean isShown(Message message) {
        return !message.isRetracted() && message.kind() != MessageKind.AUTO_REPLY;
    }

    private static String beginning(String text) {
        boolean fits = text.length() <= MOST_CODE_POINTS || text.codePointCount(0, text.length()) <= MOST_CODE_POINTS;
        String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, MOST_CODE_POINTS));
        return start.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "Preview[" + kind + "]";
    }
}
