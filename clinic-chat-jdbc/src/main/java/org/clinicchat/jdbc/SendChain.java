package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CommitAnswer;

/**
 * Plain sends of one conversation, each decided on what the one before it leaves behind: all of them are stored, or none. Only
 * the first may raise what its sender had seen.
 *
 * @param sends at least one
 */
record SendChain(List<PlainSend> sends) {

    /** What became of all of them. */
    enum Fate {
        STORED,
        /** A version has moved, and no id was used before. */
        STALE,
        /** Nothing was stored; why, is to be found out. */
        UNCLEAR
    }

    /** As many as there are at the beginning of these commits; empty if the first is no plain send. */
    static Optional<SendChain> of(List<CareCommit> commits) {
        List<PlainSend> chain = new ArrayList<>();
        Set<ClientMessageId> ids = new HashSet<>();
        for (CareCommit commit : commits) {
            Optional<PlainSend> next =
                    PlainSend.of(commit).filter(send -> chain.isEmpty() || follows(chain.get(chain.size() - 1), send));
            if (next.isEmpty() || !ids.add(next.get().clientId())) {
                break;
            }
            chain.add(next.get());
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(new SendChain(chain));
    }

    private static boolean follows(PlainSend before, PlainSend send) {
        return send.commit().key().equals(before.commit().key())
                && send.commit().practiceVersion() == before.commit().practiceVersion()
                && send.commit().revision() == before.last().revision()
                && send.seenAll().isEmpty();
    }

    boolean isOfOneClinicWith(SendChain other) {
        return key().clinic().equals(other.key().clinic());
    }

    ConversationKey key() {
        return first().commit().key();
    }

    PlainSend first() {
        return sends.get(0);
    }

    PlainSend last() {
        return sends.get(sends.size() - 1);
    }

    List<CommitAnswer> all(CommitAnswer answer) {
        return sends.stream().map(send -> answer).toList();
    }

    /** 1 if whoever waited before has had an answer, otherwise 0 (READ-8). */
    long answered() {
        return sends.stream().anyMatch(send -> send.waits() == PlainSend.ANSWERED) ? 1 : 0;
    }

    /** Since when the patient waits, if he did not before or has been answered. */
    Optional<Long> waitsSince() {
        Optional<Long> since = Optional.empty();
        for (PlainSend send : sends) {
            if (send.waits() == PlainSend.ANSWERED) {
                since = Optional.empty();
            } else if (send.waits() == PlainSend.WAITS && since.isEmpty()) {
                since = Optional.of(Codes.micros(send.message().message().time()));
            }
        }
        return since;
    }
}
