package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.port.CareCommit;
import org.clinicchat.service.AutoReplyDelivery;

/**
 * A commit that adds one message, and perhaps the automatic reply to it, to a conversation that has begun: nearly all commits
 * are of this kind, and a database may have a shorter way for them.
 *
 * @param commit the commit
 * @param message the message
 * @param clientId under which its acceptance is remembered
 * @param reply the automatic reply
 */
record PlainSend(CareCommit commit, Change.MessageAppended message, ClientMessageId clientId, Optional<Reply> reply) {

    /** After the message the patient waits, if he did not before. */
    static final long WAITS = 1;

    /** After the message the patient waits no longer. */
    static final long ANSWERED = 2;

    private static final long AS_BEFORE = 0;
    private static final long NOTHING = -1;

    /**
     * An automatic reply.
     *
     * @param message what it says
     * @param delivery its entry in the ledger
     */
    record Reply(Change.MessageAppended message, AutoReplyDelivery delivery) {}

    /** The commit as a plain send; empty if it is another one. */
    static Optional<PlainSend> of(CareCommit commit) {
        if (!commit.audit().isEmpty() || commit.revision() == CareCommit.NOT_BEGUN) {
            return Optional.empty();
        }
        List<Change.MessageAppended> messages = new ArrayList<>();
        List<AutoReplyDelivery> deliveries = new ArrayList<>();
        for (Change change : commit.changes()) {
            if (change instanceof Change.MessageAppended appended) {
                messages.add(appended);
            } else if (change instanceof Change.AutoReplyDelivered delivered) {
                deliveries.add(delivered.delivery());
            } else if (!(change instanceof Change.SeenUpTo)) {
                return Optional.empty();
            }
        }
        boolean plain = messages.size() == deliveries.size() + 1 && messages.size() <= 2;
        return plain && sawAll(commit, messages.get(0)) ? send(commit, messages, deliveries) : Optional.empty();
    }

    /** Whether every reader who is raised had seen all there was, and his state stands in the conversation's row. */
    private static boolean sawAll(CareCommit commit, Change.MessageAppended first) {
        for (Change change : commit.changes()) {
            if (change instanceof Change.SeenUpTo seen
                    && (seen.seq() + 1 != first.message().seq().value()
                            || Reader.of(commit.key(), seen.reader()).place() == Reader.Place.APART)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PlainSend> send(
            CareCommit commit, List<Change.MessageAppended> messages, List<AutoReplyDelivery> deliveries) {
        Change.MessageAppended first = messages.get(0);
        Optional<Reply> reply = deliveries.stream().findFirst().map(delivery -> new Reply(messages.get(1), delivery));
        return first.clientId().map(id -> new PlainSend(commit, first, id, reply));
    }

    /** The last that it adds. */
    Change.MessageAppended last() {
        return reply.map(Reply::message).orElse(message);
    }

    /** What becomes of the patient's waiting (READ-8). */
    long waits() {
        Message sent = message.message();
        if (sent.kind() != MessageKind.HUMAN) {
            return AS_BEFORE;
        }
        return Side.of(sent.authorship().author()).equals(Optional.of(Side.PATIENT)) ? WAITS : ANSWERED;
    }

    /** Up to where the one whose state stands here had seen when he sent; below any place if it is not he, or not told. */
    long seen(Reader.Place place) {
        return seenAll()
                .filter(seen -> Reader.of(commit.key(), seen.reader()).place() == place)
                .map(Change.SeenUpTo::seq)
                .orElse(NOTHING);
    }

    /** How many messages of the other side are settled by what the sender had seen: all. */
    long settled() {
        return seenAll()
                .flatMap(seen -> Side.of(seen.reader()))
                .map(side -> message.tally().of(side.other()))
                .orElse(NOTHING);
    }

    /** The one whose state stands here and is raised, if there is one. */
    Optional<Change.SeenUpTo> seenAll() {
        for (Change change : commit.changes()) {
            if (change instanceof Change.SeenUpTo seen) {
                return Optional.of(seen);
            }
        }
        return Optional.empty();
    }
}
