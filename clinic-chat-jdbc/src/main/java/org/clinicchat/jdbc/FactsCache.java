package org.clinicchat.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.service.Practice;

/**
 * What was read, for commands that may be accepted on it: all of it is under the practice's version or the conversation's
 * revision, and the commit holds both. What no commit checks is not in it. Bounded; safe for any number of threads.
 */
final class FactsCache {

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<ConversationKey, Known> conversations;
    private final Cache<Pair, Permission> permissions;

    FactsCache(long most) {
        conversations = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(UNUSED)
                .build();
        permissions = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(UNUSED)
                .build();
    }

    /** Somebody, and the conversation that he acts in. */
    private record Pair(ConversationKey key, PersonRef self) {}

    /** A conversation's state; its ledger is read for the automatic reply of one version of the practice. */
    private record Known(long practiceVersion, CareState state) {}

    /** What somebody may do, under one version of the practice. */
    private record Permission(Practice practice, StoredCare care) {}

    /** What is known, if all of it is of one version of the practice. */
    Optional<StoredCare> find(CareQuestion question) {
        Permission permission = permissions.getIfPresent(
                new Pair(question.key(), question.actor().self()));
        Known known = conversations.getIfPresent(question.key());
        if (permission == null || known == null || permission.practice().version() != known.practiceVersion()) {
            return Optional.empty();
        }
        StoredCare care = permission.care();
        return Optional.of(new StoredCare(
                care.practice(),
                care.patientKnown(),
                care.permitted(),
                care.sharesWorkGroup(),
                care.linkedToPatient(),
                Optional.of(known.state()),
                Optional.empty()));
    }

    /** Keeps what was read just now, if a conversation has begun there. */
    void keep(CareQuestion question, StoredCare read) {
        if (read.practice().isPresent() && read.state().isPresent()) {
            Practice practice = read.practice().get();
            StoredCare care = new StoredCare(
                    read.practice(),
                    read.patientKnown(),
                    read.permitted(),
                    read.sharesWorkGroup(),
                    read.linkedToPatient(),
                    Optional.empty(),
                    Optional.empty());
            permissions.put(new Pair(question.key(), question.actor().self()), new Permission(practice, care));
            conversations.put(
                    question.key(), new Known(practice.version(), read.state().get()));
        }
    }

    /** Keeps what a conversation is after a commit, if it was known before. */
    void committed(CareCommit commit) {
        conversations.asMap().computeIfPresent(commit.key(), (key, known) -> {
            boolean before = known.state().head().revision() == commit.revision()
                    && known.practiceVersion() == commit.practiceVersion();
            return before ? after(known, commit) : null;
        });
    }

    private static Known after(Known known, CareCommit commit) {
        Optional<CareState> next = Evolution.evolve(Optional.of(known.state()), commit.changes());
        return new Known(known.practiceVersion(), next.orElseThrow());
    }

    /** Forgets a conversation that is not what was known of it. */
    void forget(ConversationKey key) {
        conversations.invalidate(key);
    }
}
