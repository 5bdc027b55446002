package org.clinicchat.testkit.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Preview;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.PersonRef;

/** Plain recounts over the messages of one conversation, in their order. */
final class Log {

    private Log() {}

    /** The messages that are not retracted, without one of them. */
    static List<Message> without(List<Message> messages, MessageId left) {
        return messages.stream()
                .filter(message -> !message.isRetracted() && !message.id().equals(left))
                .toList();
    }

    /** The newest that lists show: an automatic reply is none. */
    static Optional<Message> newestShown(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.kind() != MessageKind.AUTO_REPLY)
                .reduce((earlier, later) -> later);
    }

    static Optional<Preview> preview(List<Message> messages) {
        return newestShown(messages).map(Preview::of);
    }

    static Optional<Instant> waitingSince(List<Message> messages) {
        Optional<Instant> since = Optional.empty();
        for (Message message : messages) {
            if (message.kind() == MessageKind.HUMAN) {
                boolean byPatient = Side.of(message.authorship().author()).equals(Optional.of(Side.PATIENT));
                since = byPatient ? since.or(() -> Optional.of(message.time())) : Optional.empty();
            }
        }
        return since;
    }

    static List<Message> after(List<Message> messages, long seq, int limit) {
        return messages.stream()
                .filter(message -> message.seq().value() > seq)
                .limit(limit)
                .toList();
    }

    static List<Message> before(List<Message> messages, long seq, int limit) {
        List<Message> all =
                messages.stream().filter(message -> message.seq().value() < seq).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    /** The last place; 0 of none. */
    static long end(List<Message> messages) {
        return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).seq().value();
    }

    static boolean isBy(Message message, PersonRef author) {
        return message.authorship().author().equals(author);
    }

    /** What opening shows (READ-6). */
    static List<Message> unseen(List<Message> messages, PersonRef reader, long cursor, int limit) {
        return messages.stream()
                .filter(message -> message.seq().value() > cursor)
                .filter(message -> !isBy(message, reader))
                .findFirst()
                .map(first -> after(messages, first.seq().value() - 1, limit))
                .orElseGet(() -> before(messages, Long.MAX_VALUE, limit));
    }
}
