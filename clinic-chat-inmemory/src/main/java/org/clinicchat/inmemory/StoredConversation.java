package org.clinicchat.inmemory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.conversation.Preview;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.RetractionFacts;
import org.clinicchat.conversation.Side;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyDelivery;
import org.clinicchat.service.AutoReplyLedger;

/**
 * One conversation: its head, its log, its ledger and everybody's read state. Not safe for several threads: its practice's
 * lock guards it.
 */
final class StoredConversation implements Change.Visitor<Void> {

    private static final int FEW = 2;

    private final MessageLog log = new MessageLog();
    private final List<AutoReplyDelivery> ledger = new ArrayList<>(0);
    private final Map<PersonRef, ReadState> readStates = new HashMap<>(FEW);
    /** The places of retracted messages that count as unread for the other side, ascending, by the side that wrote them. */
    private final Map<Side, List<Long>> retracted = new HashMap<>(FEW);
    /** The events that are no messages, by revision: all other revisions are the messages in their order. */
    private final List<ConversationEvent> otherEvents = new ArrayList<>(0);

    private ConversationHead head;

    StoredConversation(ConversationHead head) {
        this.head = head;
    }

    ConversationHead head() {
        return head;
    }

    MessageLog log() {
        return log;
    }

    ListPosition position() {
        return new ListPosition(head.lastTime(), head.id());
    }

    CareState state(AutoReplyDelivery now) {
        return new CareState(head, AutoReplyLedger.of(ledger, now));
    }

    ReadState readState(PersonRef reader) {
        return readStates.getOrDefault(reader, ReadState.NONE);
    }

    void readState(PersonRef reader, ReadState next) {
        if (!next.equals(readState(reader))) {
            readStates.put(reader, next);
        }
    }

    boolean isUnread(PersonRef reader) {
        return readState(reader).markedUnread() || unread(reader) > 0;
    }

    /** Applies one change: to the log and the rest here, to the head by the core's own function. */
    void apply(Change change) {
        change.accept(this);
        head = Evolution.evolve(Optional.of(new CareState(head, AutoReplyLedger.EMPTY)), List.of(change))
                .map(CareState::head)
                .orElseThrow();
    }

    long unread(PersonRef reader) {
        return Side.of(reader)
                .map(side -> unread(side, readState(reader).cursor()))
                .orElse(0L);
    }

    /** The highest cursor of anybody who stands on the other side of the reader. */
    long otherSideCursor(PersonRef reader) {
        Optional<Side> other = Side.of(reader).map(Side::other);
        return readStates.entrySet().stream()
                .filter(entry -> Side.of(entry.getKey()).equals(other))
                .mapToLong(entry -> entry.getValue().cursor())
                .max()
                .orElse(0);
    }

    /** The first place above the reader's cursor whose message is not his own; beyond the end if there is none. */
    long firstUnseen(PersonRef reader) {
        long seq = readState(reader).cursor() + 1;
        while (seq <= log.size() && log.message(seq).authorship().author().equals(reader)) {
            seq++;
        }
        return seq;
    }

    List<ConversationEvent> eventsAfter(long revision, int limit) {
        List<ConversationEvent> events = new ArrayList<>();
        if (revision >= head.revision()) {
            return events;
        }
        int other = firstOtherAfter(revision);
        long seq = revision - other;
        for (long last = revision; last < head.revision() && events.size() < limit; last++) {
            long next = last + 1;
            boolean isOther = other < otherEvents.size()
                    && otherEvents.get(other).revision().value() == next;
            events.add(
                    isOther
                            ? otherEvents.get(other++)
                            : new ConversationEvent.Arrived(Revision.of(next), log.message(++seq)));
        }
        return events;
    }

    RetractionFacts retractionFacts(MessageId id) {
        Optional<Message> target = find(id);
        return target.map(message -> new RetractionFacts(target, newestBut(message), waitingSinceWithout(message)))
                .orElse(RetractionFacts.NO_SUCH_MESSAGE);
    }

    @Override
    public Void started(Change.ConversationStarted change) {
        throw new IllegalStateException("a conversation begins once");
    }

    @Override
    public Void appended(Change.MessageAppended change) {
        log.add(new MessageLog.Entry(change.message(), change.tally()));
        return done();
    }

    @Override
    public Void autoReplyDelivered(Change.AutoReplyDelivered change) {
        ledger.add(change.delivery());
        return done();
    }

    @Override
    public Void retracted(Change.MessageRetracted change) {
        Message message = change.message();
        log.replace(message.seq().value(), message);
        otherEvents.add(new ConversationEvent.Retracted(Revision.of(change.revision()), message));
        if (message.kind() != MessageKind.SYSTEM) {
            Side.of(message.authorship().author()).ifPresent(side -> {
                List<Long> seqs = retracted.computeIfAbsent(side, any -> new ArrayList<>(1));
                seqs.add(
                        -1 - Collections.binarySearch(seqs, message.seq().value()),
                        message.seq().value());
            });
        }
        return done();
    }

    @Override
    public Void availabilityChanged(Change.AvailabilityChanged change) {
        otherEvents.add(new ConversationEvent.Switched(Revision.of(change.revision()), head.id(), change.state()));
        return done();
    }

    @Override
    public Void seen(Change.SeenUpTo change) {
        readState(change.reader(), readState(change.reader()).raisedTo(change.seq()));
        return done();
    }

    private long unread(Side reader, long cursor) {
        List<Long> seqs = retracted.getOrDefault(reader.other(), List.of());
        int found = Collections.binarySearch(seqs, cursor);
        int above = seqs.size() - (found >= 0 ? found + 1 : -1 - found);
        return head.tally().unread(reader, log.tallyAt(cursor), above);
    }

    private int firstOtherAfter(long revision) {
        int first = 0;
        int last = otherEvents.size();
        while (first < last) {
            int middle = (first + last) >>> 1;
            boolean before = otherEvents.get(middle).revision().value() <= revision;
            first = before ? middle + 1 : first;
            last = before ? last : middle;
        }
        return first;
    }

    private Optional<Message> find(MessageId id) {
        for (long seq = log.size(); seq > 0; seq--) {
            if (log.message(seq).id().equals(id)) {
                return Optional.of(log.message(seq));
            }
        }
        return Optional.empty();
    }

    private Optional<Message> newestBut(Message target) {
        for (long seq = log.size(); seq > 0; seq--) {
            Message message = log.message(seq);
            if (Preview.isShown(message) && !message.id().equals(target.id())) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> waitingSinceWithout(Message target) {
        Optional<Instant> since = Optional.empty();
        for (long seq = log.size(); seq > 0; seq--) {
            Message message = log.message(seq);
            boolean counts = message.kind() == MessageKind.HUMAN
                    && !message.isRetracted()
                    && !message.id().equals(target.id());
            if (counts && Side.PATIENT.counts(message)) {
                return since;
            }
            if (counts) {
                since = Optional.of(message.time());
            }
        }
        return since;
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    private static Void done() {
        return null;
    }
}
