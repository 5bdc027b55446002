package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.ConversationStatus;
import org.clinicchat.conversation.ReadReceipts;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Retraction;
import org.clinicchat.message.Revision;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;

/** Puts together what the model shows of a conversation. */
final class ModelPages {

    private ModelPages() {}

    static ConversationPage page(
            ModelConversation conversation,
            Actor actor,
            List<Message> messages,
            Predicate<Message> isEarlier,
            long cursorBefore,
            Optional<ReadTicket> ticket) {
        PersonRef reader = conversation.clinic.reader(actor);
        Optional<MessageSeq> firstUnread = messages.stream()
                .filter(message -> message.seq().value() > cursorBefore)
                .filter(message -> ModelConversation.countsFor(reader, message))
                .map(Message::seq)
                .findFirst();
        List<Message> others = conversation.log.stream()
                .filter(message -> !messages.contains(message))
                .toList();
        return new ConversationPage(
                status(conversation, actor, reader),
                messages.stream().map(ModelConversation::shown).toList(),
                firstUnread,
                others.stream().anyMatch(isEarlier),
                others.stream().anyMatch(isEarlier.negate()),
                ticket);
    }

    private static ConversationStatus status(ModelConversation conversation, Actor actor, PersonRef reader) {
        ModelClinic clinic = conversation.clinic;
        ModelPractice practice = clinic.practice(conversation.between.practitioner());
        boolean forPatient = actor.self().patient().isPresent();
        return new ConversationStatus(
                conversation.id,
                conversation.between.practitioner(),
                conversation.between.patient(),
                MessageSeq.of(conversation.head()),
                Revision.of(conversation.revision()),
                forPatient ? ModelConversation.withoutPerson(conversation.availability) : conversation.availability,
                conversation.unread(reader),
                conversation.reading(reader).isMarked(),
                MessageSeq.of(conversation.reading(reader).cursor),
                practice.colleaguesMayRead(clinic.now()),
                clinic.settings().receipts() == ReadReceipts.SHOWN
                        ? Optional.of(MessageSeq.of(conversation.readAcross(reader)))
                        : Optional.empty());
    }

    static AvailabilityState enabledSince(Instant time) {
        return new AvailabilityState(Availability.ENABLED, time, Optional.empty(), Optional.empty());
    }

    static Message retracted(Message message, Retraction retraction) {
        return new Message(
                message.id(),
                message.conversation(),
                message.seq(),
                message.time(),
                message.authorship(),
                message.kind(),
                message.text(),
                message.attachments(),
                Optional.of(retraction));
    }
}
