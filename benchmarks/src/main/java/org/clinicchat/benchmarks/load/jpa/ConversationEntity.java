package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** The head of a conversation. */
@Entity
@Table(name = "jpa_conversation")
@SuppressWarnings("NullAway.Init")
class ConversationEntity implements Persistable<String> {

    @Id
    String id;

    String clinic;
    String practitioner;
    String patient;
    long revision;
    long lastSeq;
    long lastTime;
    long newestFirst;
    long practiceCount;
    long patientCount;
    boolean disabled;

    @Nullable
    String previewAuthor;

    @Nullable
    Integer previewKind;

    @Nullable
    String previewText;

    @Nullable
    Long awaitingSince;

    long ownerReadUpTo;
    long ownerSettled;
    boolean ownerMarked;
    long patientReadUpTo;
    long patientSettled;
    boolean patientMarked;

    @Transient
    private boolean fresh;

    static ConversationEntity begun(String clinic, String practitioner, String patient, long now) {
        ConversationEntity begun = new ConversationEntity();
        begun.id = UUID.randomUUID().toString();
        begun.clinic = clinic;
        begun.practitioner = practitioner;
        begun.patient = patient;
        begun.lastTime = now;
        begun.newestFirst = -now;
        begun.fresh = true;
        return begun;
    }

    /** Counts a message; it is shown in lists if a human wrote it. */
    void append(MessageEntity message, boolean fromPatient) {
        revision++;
        lastSeq = message.seq;
        lastTime = message.sentTime;
        newestFirst = -message.sentTime;
        practiceCount += fromPatient ? 0 : 1;
        patientCount += fromPatient ? 1 : 0;
        if (message.kind == MessageEntity.HUMAN) {
            previewAuthor = message.author;
            previewKind = message.kind;
            previewText = message.messageText;
            awaitingSince = fromPatient ? (awaitingSince == null ? (Long) message.sentTime : awaitingSince) : null;
        }
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
