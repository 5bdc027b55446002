package org.clinicchat.inmemory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.PriorSend;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;

/** Everything of one clinic. Nothing in it knows of another clinic (SAFE-2). */
final class ClinicData {

    private final Map<PractitionerId, StoredPractice> practices = new ConcurrentHashMap<>();
    private final Map<ConversationId, ConversationKey> keys = new ConcurrentHashMap<>();
    private final Map<PatientId, Set<PractitionerId>> practitionersOf = new ConcurrentHashMap<>();
    private final Map<SendKey, PriorSend> sends = new ConcurrentHashMap<>();
    private final AuditLog audit = new AuditLog();
    private final Directory directory = new Directory();

    /** Under what an acceptance is remembered (CARE-8). */
    record SendKey(PersonRef author, ClientMessageId id) {}

    AuditLog audit() {
        return audit;
    }

    Directory directory() {
        return directory;
    }

    Map<PractitionerId, StoredPractice> practices() {
        return practices;
    }

    Optional<StoredPractice> practice(PractitionerId practitioner) {
        return Optional.ofNullable(practices.get(practitioner));
    }

    Set<PractitionerId> practitionersOf(PatientId patient) {
        return practitionersOf.getOrDefault(patient, Set.of());
    }

    Optional<ConversationKey> key(ConversationId id) {
        return Optional.ofNullable(keys.get(id));
    }

    void register(ConversationId id, ConversationKey key) {
        keys.put(id, key);
        practitionersOf
                .computeIfAbsent(key.patient(), any -> ConcurrentHashMap.newKeySet())
                .add(key.practitioner());
    }

    Optional<PriorSend> prior(SendKey key) {
        return Optional.ofNullable(sends.get(key));
    }

    /** Remembers a send, unless the author has used the id before: then what he sent. */
    Optional<PriorSend> remember(SendKey key, PriorSend send) {
        return Optional.ofNullable(sends.putIfAbsent(key, send));
    }
}
