package org.clinicchat.conversation;

import java.util.Objects;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Fingerprint;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;

/**
 * What opening a conversation gives to the view (READ-5): with it the view may later mark as read what arrived meanwhile,
 * and clear the mark "unread" if it was set before the opening, not after. It grants nothing: it is good for the same person
 * in the same conversation alone, and it may travel through a browser. Its {@code toString} hides it: anything can come back.
 *
 * @param value the ticket as it travels, of {@code [A-Za-z0-9_.-]}
 */
@Enforces("READ-5")
public record ReadTicket(String value) {

    /** Checks that there is a value. */
    public ReadTicket {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The ticket as it came back.
     *
     * @param value what the view sent
     * @return the ticket; whether it is a good one is told when it is used
     */
    public static ReadTicket of(String value) {
        return new ReadTicket(value);
    }

    /**
     * The ticket of an opening.
     *
     * @param conversation what was opened
     * @param reader by whom
     * @param marks how often the conversation had been marked as unread then
     * @return the ticket
     */
    public static ReadTicket issue(ConversationId conversation, Actor reader, long marks) {
        return new ReadTicket(marks + "." + binding(conversation, reader));
    }

    /**
     * How often the conversation had been marked as unread at the opening.
     *
     * @param conversation where the ticket is used
     * @param reader by whom
     * @return the number, or empty if the ticket was not given for this conversation and this person
     */
    public Optional<Long> marks(ConversationId conversation, Actor reader) {
        int dot = value.indexOf('.');
        boolean fits = dot > 0 && dot <= 18 && value.substring(dot + 1).equals(binding(conversation, reader));
        boolean isNumber = fits && value.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(value.substring(0, dot))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ReadTicket";
    }

    private static String binding(ConversationId conversation, Actor reader) {
        return Fingerprint.of(
                "ticket",
                conversation.value(),
                reader.clinic().value(),
                reader.self().role().name(),
                reader.self().id());
    }
}
