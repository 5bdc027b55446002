package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A message. */
@Entity
@Table(name = "jpa_message")
@SuppressWarnings("NullAway.Init")
class MessageEntity {

    static final int HUMAN = 1;
    static final int AUTO_REPLY = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "conversation")
    ConversationEntity conversation;

    String clinic;
    long seq;
    long revision;
    long sentTime;
    String author;
    int kind;
    String messageText;
    long practiceCount;
    long patientCount;

    @Nullable
    String clientId;

    /** The next message of a conversation. */
    static MessageEntity next(ConversationEntity conversation, long now) {
        MessageEntity message = new MessageEntity();
        message.conversation = conversation;
        message.clinic = conversation.clinic;
        message.seq = conversation.lastSeq + 1;
        message.revision = conversation.revision + 1;
        message.sentTime = Math.max(now, conversation.lastTime);
        message.practiceCount = conversation.practiceCount;
        message.patientCount = conversation.patientCount;
        return message;
    }
}
