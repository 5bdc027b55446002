package org.clinicchat.benchmarks.load.jpa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clinicchat.benchmarks.load.Sending;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages: one transaction, the conversation's row held. */
@Service
class SendService {

    private final Practices practices;
    private final Patients patients;
    private final Conversations conversations;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Audits audits;

    SendService(
            Practices practices,
            Patients patients,
            Conversations conversations,
            Messages messages,
            Deliveries deliveries,
            Audits audits) {
        this.practices = practices;
        this.patients = patients;
        this.conversations = conversations;
        this.messages = messages;
        this.deliveries = deliveries;
        this.audits = audits;
    }

    @Transactional
    public long send(Sending sending) {
        Sending.Place place = sending.place();
        Optional<MessageEntity> before =
                messages.findByClinicAndAuthorAndClientId(place.clinic(), sending.author(), sending.clientId());
        if (before.isPresent()) {
            return before.get().seq;
        }
        PracticeEntity practice = practices
                .findByClinicAndPractitioner(place.clinic(), place.practitioner())
                .orElseThrow();
        ConversationEntity conversation = conversations
                .findByClinicAndPractitionerAndPatient(place.clinic(), place.practitioner(), place.patient())
                .orElseGet(() -> begun(sending));
        if (!practice.serviceActive || conversation.disabled) {
            throw new IllegalStateException("the chat is off");
        }
        long seq = append(sending, conversation);
        reply(sending, practice, conversation);
        return seq;
    }

    private ConversationEntity begun(Sending sending) {
        Sending.Place place = sending.place();
        if (!patients.existsByClinicAndPatient(place.clinic(), place.patient())) {
            throw new IllegalStateException("there is no such patient");
        }
        ConversationEntity begun = conversations.save(
                ConversationEntity.begun(place.clinic(), place.practitioner(), place.patient(), now()));
        AuditEntity record = new AuditEntity();
        record.clinic = place.clinic();
        record.action = "CONVERSATION_STARTED";
        record.actor = sending.author();
        record.conversation = begun.id;
        record.recordedTime = begun.lastTime;
        audits.save(record);
        return begun;
    }

    private long append(Sending sending, ConversationEntity conversation) {
        MessageEntity message = MessageEntity.next(conversation, now());
        message.author = sending.author();
        message.kind = MessageEntity.HUMAN;
        message.messageText = sending.text();
        message.clientId = sending.clientId();
        conversation.append(message, sending.fromPatient());
        messages.save(message);
        return message.seq;
    }

    private void reply(Sending sending, PracticeEntity practice, ConversationEntity conversation) {
        if (!sending.fromPatient()
                || !practice.replyActive
                || deliveries.existsByClinicAndConversationAndReplyDigest(
                        practice.clinic, conversation.id, practice.replyDigest)) {
            return;
        }
        MessageEntity reply = MessageEntity.next(conversation, now());
        reply.author = "d/" + practice.practitioner;
        reply.kind = MessageEntity.AUTO_REPLY;
        reply.messageText = practice.replyText;
        conversation.append(reply, false);
        messages.save(reply);
        DeliveryEntity delivery = new DeliveryEntity();
        delivery.clinic = practice.clinic;
        delivery.conversation = conversation.id;
        delivery.replyDigest = practice.replyDigest;
        deliveries.save(delivery);
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
