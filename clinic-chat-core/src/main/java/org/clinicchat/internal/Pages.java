package org.clinicchat.internal;

import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.CareFacts;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.ConversationStatus;
import org.clinicchat.conversation.ReadReceipts;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Role;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;

/** Makes pages out of what was read: what people see, and nothing besides. */
final class Pages {

    private Pages() {}

    @Enforces("CARE-6")
    static ConversationPage page(CareFacts facts, MessageRange range, MessageSlice slice, Optional<ReadTicket> ticket) {
        List<Message> messages = slice.messages().stream().map(Message::shown).toList();
        long head = slice.head().lastSeq();
        long last = messages.isEmpty()
                ? Math.min(end(range), head)
                : messages.get(messages.size() - 1).seq().value();
        long first = last - messages.size() + 1;
        return new ConversationPage(
                status(facts, slice), messages, firstUnread(facts, slice), first > 1, last < head, ticket);
    }

    /** After which place an empty page of a range lies; one of an opening is of an empty conversation. */
    private static long end(MessageRange range) {
        if (range instanceof MessageRange.After after) {
            return after.seq();
        }
        return range instanceof MessageRange.Before before ? Math.max(0, before.seq() - 1) : 0;
    }

    private static Optional<MessageSeq> firstUnread(CareFacts facts, MessageSlice slice) {
        return side(facts)
                .flatMap(side -> slice.messages().stream()
                        .filter(message ->
                                message.seq().value() > slice.before().cursor() && side.counts(message))
                        .map(Message::seq)
                        .findFirst());
    }

    @Enforces({"READ-9", "SUB-7", "DIS-3"})
    private static ConversationStatus status(CareFacts facts, MessageSlice slice) {
        ConversationHead head = slice.head();
        boolean patient = facts.actor().self().role() == Role.PATIENT;
        AvailabilityState availability = head.availability();
        return new ConversationStatus(
                head.id(),
                head.key().practitioner(),
                head.key().patient(),
                MessageSeq.of(head.lastSeq()),
                Revision.of(head.revision()),
                patient ? availability.forPatient() : availability,
                slice.unread(),
                slice.after().markedUnread(),
                MessageSeq.of(slice.after().cursor()),
                facts.stored().practice().orElseThrow().substitutes().isOpenAt(facts.now()),
                facts.settings().receipts() == ReadReceipts.SHOWN
                        ? Optional.of(MessageSeq.of(slice.otherSideCursor()))
                        : Optional.empty());
    }

    private static Optional<Side> side(CareFacts facts) {
        return Side.of(facts.actor().self());
    }
}
