package org.clinicchat.inmemory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clinicchat.conversation.CareState;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReplyDelivery;
import org.clinicchat.service.Practice;

/**
 * One practice and its conversations under one lock: whoever changes the practice and whoever commits or reads under its
 * version exclude each other, so that nothing decided on an older version gets through (SUB-5).
 */
final class StoredPractice {

    private final ReentrantLock lock = new ReentrantLock();
    private final PractitionerId practitioner;
    private final Map<PatientId, StoredConversation> conversations = new HashMap<>();
    private final NavigableMap<ListPosition, StoredConversation> list = new TreeMap<>();
    private Practice practice;
    private AutoReplyDelivery delivery;

    StoredPractice(Practice practice) {
        this.practitioner = practice.practitioner();
        this.practice = practice;
        this.delivery = practice.autoReply().delivery();
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Holds the locks of several practices, taken in the order of their ids: so two who do it never wait for each other. */
    static <T> T allLocked(Stream<StoredPractice> practices, Supplier<T> action) {
        List<StoredPractice> inOrder = practices
                .sorted(Comparator.comparing(practice -> practice.practitioner().value()))
                .toList();
        inOrder.forEach(practice -> practice.lock.lock());
        try {
            return action.get();
        } finally {
            inOrder.forEach(practice -> practice.lock.unlock());
        }
    }

    PractitionerId practitioner() {
        return practitioner;
    }

    Practice practice() {
        return practice;
    }

    void practice(Practice next) {
        practice = next;
        delivery = next.autoReply().delivery();
    }

    Optional<StoredConversation> conversation(PatientId patient) {
        return Optional.ofNullable(conversations.get(patient));
    }

    Optional<CareState> state(PatientId patient) {
        return conversation(patient).map(conversation -> conversation.state(delivery));
    }

    void add(PatientId patient, StoredConversation conversation) {
        conversations.put(patient, conversation);
        list.put(conversation.position(), conversation);
    }

    /** Changes a conversation, and moves it to its new place in the list. */
    void change(StoredConversation conversation, Runnable change) {
        ListPosition before = conversation.position();
        change.run();
        ListPosition after = conversation.position();
        if (!after.equals(before)) {
            list.remove(before);
            list.put(after, conversation);
        }
    }

    /** The conversations after a place of the list, newest message first. */
    Iterable<StoredConversation> listAfter(Optional<ListPosition> after) {
        return after.map(place -> list.tailMap(place, false)).orElse(list).values();
    }
}
