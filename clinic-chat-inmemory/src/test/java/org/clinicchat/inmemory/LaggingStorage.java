package org.clinicchat.inmemory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CareQuestion.Purpose;
import org.clinicchat.port.Storage;

/**
 * One node's storage with a cache as old as its port permits: where facts may be old, it answers what they were when the same
 * was asked the time before, and knows of no earlier send.
 */
final class LaggingStorage {

    private static final Set<Purpose> MAY_LAG = Set.of(Purpose.TO_ACCEPT, Purpose.TO_READ);

    private final Map<CareQuestion, StoredCare> before = new ConcurrentHashMap<>();

    private LaggingStorage() {}

    /** A node's way to what nodes share. */
    static Storage over(Storage shared) {
        LaggingStorage cache = new LaggingStorage();
        return new BentStorage(shared, (right, method, arguments, call) -> {
            Object answer = call.with(arguments);
            boolean mayLag = arguments != null
                    && arguments[0] instanceof CareQuestion asked
                    && MAY_LAG.contains(asked.purpose());
            return mayLag ? cache.lag((CareQuestion) arguments[0], (StoredCare) answer) : answer;
        });
    }

    private StoredCare lag(CareQuestion question, StoredCare now) {
        StoredCare old = before.put(new CareQuestion(question.key(), question.actor(), Optional.empty()), now);
        StoredCare shown = old == null ? now : old;
        return new StoredCare(
                shown.practice(),
                shown.patientKnown(),
                shown.permitted(),
                shown.sharesWorkGroup(),
                shown.linkedToPatient(),
                shown.state(),
                Optional.empty());
    }
}
