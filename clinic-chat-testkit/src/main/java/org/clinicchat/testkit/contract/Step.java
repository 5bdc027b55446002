package org.clinicchat.testkit.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.Change;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.Evolution;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Retraction;
import org.clinicchat.message.Revision;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.Role;
import org.clinicchat.port.CareCommit;
import org.clinicchat.service.AutoReplyDelivery;

/** One command's changes, decided on the end of a {@link Chat}; stored or not. */
final class Step {

    private final Chat chat;
    private final long revision;
    private final List<Change> changes = new ArrayList<>();
    private final List<AuditRecord> audit = new ArrayList<>();
    private final Map<Long, Message> messages = new LinkedHashMap<>();
    private final List<ConversationEvent> events = new ArrayList<>();
    private final Map<PersonRef, Long> seen = new HashMap<>();
    private Optional<CareState> state;
    private Instant time;

    Step(Chat chat) {
        this(chat, chat.state());
    }

    /** Decided on a state that was read from the storage. */
    Step(Chat chat, Optional<CareState> present) {
        this.chat = chat;
        state = present;
        time = chat.scene.tick();
        revision = state.map(known -> known.head().revision()).orElse(CareCommit.NOT_BEGUN);
    }

    /** All that follows happens then. */
    Step at(Instant when) {
        time = when;
        return this;
    }

    Step message(Actor author, String text, AttachmentRef... files) {
        return message(author, ClientMessageId.random(), text, files);
    }

    Step message(Actor author, ClientMessageId clientId, String text, AttachmentRef... files) {
        MessageKind kind = author.self().role() == Role.HOST ? MessageKind.SYSTEM : MessageKind.HUMAN;
        return append(Authorship.of(author), kind, text, List.of(files), Optional.of(clientId));
    }

    Step autoReply(String text, AutoReplyDelivery delivery) {
        Authorship owner = Authorship.of(PersonRef.of(chat.key.practitioner()));
        append(owner, MessageKind.AUTO_REPLY, text, List.of(), Optional.empty());
        return add(new Change.AutoReplyDelivered(delivery));
    }

    Step seen(PersonRef reader, long seq) {
        seen.put(reader, seq);
        return add(new Change.SeenUpTo(reader, seq));
    }

    Step retract(Message target, Actor by) {
        Message retracted = target.retracted(new Retraction(Authorship.of(by), time));
        List<Message> others = Log.without(chat.messages(), target.id());
        long next = head().revision() + 1;
        add(new Change.MessageRetracted(next, retracted, Log.preview(others), Log.waitingSince(others)));
        messages.put(retracted.seq().value(), retracted);
        events.add(new ConversationEvent.Retracted(Revision.of(next), retracted));
        return this;
    }

    Step switchTo(Availability to, Actor by, Optional<String> reason) {
        start();
        long next = head().revision() + 1;
        var availability = new AvailabilityState(to, time, Optional.of(by.self()), reason);
        add(new Change.AvailabilityChanged(next, availability));
        events.add(new ConversationEvent.Switched(Revision.of(next), chat.id, availability));
        return this;
    }

    Step audit(AuditRecord record) {
        audit.add(record);
        return this;
    }

    /** The commit, on the versions that are known. */
    CareCommit commit() {
        return commit(chat.scene.version(chat.key.practitioner()));
    }

    CareCommit commit(long practiceVersion) {
        return commit(practiceVersion, revision);
    }

    CareCommit commit(long practiceVersion, long onRevision) {
        start();
        return new CareCommit(chat.key, practiceVersion, onRevision, changes, audit);
    }

    void store() {
        chat.store(this);
    }

    long revision() {
        return revision;
    }

    Optional<CareState> state() {
        return state;
    }

    List<Message> messages() {
        return List.copyOf(messages.values());
    }

    List<ConversationEvent> events() {
        return events;
    }

    Map<PersonRef, Long> seen() {
        return seen;
    }

    /** An event about a message, told after the message was retracted. */
    static ConversationEvent retold(ConversationEvent event, Message message) {
        return event instanceof ConversationEvent.Arrived arrived
                        && arrived.message().id().equals(message.id())
                ? new ConversationEvent.Arrived(arrived.revision(), message)
                : event;
    }

    private Step append(
            Authorship authorship,
            MessageKind kind,
            String text,
            List<AttachmentRef> files,
            Optional<ClientMessageId> clientId) {
        start();
        ConversationHead head = head();
        MessageSeq seq = MessageSeq.of(head.lastSeq() + 1);
        MessageId id = MessageId.of(Scene.fresh("msg"));
        Message message = new Message(id, chat.id, seq, time, authorship, kind, text, files, Optional.empty());
        long next = head.revision() + 1;
        add(new Change.MessageAppended(next, message, head.tally().plus(message), clientId));
        messages.put(seq.value(), message);
        events.add(new ConversationEvent.Arrived(Revision.of(next), message));
        return this;
    }

    private void start() {
        if (state.isEmpty()) {
            add(new Change.ConversationStarted(chat.id, chat.key, time));
        }
    }

    private ConversationHead head() {
        return state.orElseThrow().head();
    }

    private Step add(Change change) {
        changes.add(change);
        state = Evolution.evolve(state, List.of(change));
        return this;
    }
}
