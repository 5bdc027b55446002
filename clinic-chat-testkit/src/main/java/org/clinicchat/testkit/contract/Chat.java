package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ConversationHead;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;

/** One conversation as a test knows it: what was stored, and from it what the storage must answer. */
final class Chat {

    final Scene scene;
    final ConversationKey key;
    final ConversationId id;
    private final List<Message> messages = new ArrayList<>();
    private final List<ConversationEvent> events = new ArrayList<>();
    private final Map<PersonRef, ReadState> readers = new HashMap<>();
    private Optional<CareState> state = Optional.empty();

    Chat(Scene scene, ConversationKey key) {
        this(scene, key, ConversationId.of(Scene.fresh("chat")));
    }

    Chat(Scene scene, ConversationKey key, ConversationId id) {
        this.scene = scene;
        this.key = key;
        this.id = id;
    }

    /** The same conversation, as far as it is known here, at another node. */
    Chat at(Storage node) {
        Chat there = new Chat(scene.at(node), key, id);
        there.messages.addAll(messages);
        there.events.addAll(events);
        there.readers.putAll(readers);
        there.state = state;
        return there;
    }

    /** The next command's changes, on the end of what is known; the first begins the conversation. */
    Step step() {
        return new Step(this);
    }

    Chat begun() {
        step().store();
        return this;
    }

    /** Stores one message. */
    Message says(Actor author, String text) {
        Step step = step().message(author, text);
        step.store();
        return last();
    }

    Message patientSays(String text) {
        return says(Actor.patient(scene.clinic, key.patient()), text);
    }

    Message ownerSays(String text) {
        return says(Actor.practitioner(scene.clinic, key.practitioner()), text);
    }

    Message last() {
        return messages.get(messages.size() - 1);
    }

    /** Stores, and expects that it is accepted. */
    void store(Step step) {
        assertThat(answer(step.commit())).isInstanceOf(CommitAnswer.Committed.class);
        learn(step);
    }

    CommitAnswer answer(CareCommit commit) {
        return scene.conversations().commit(List.of(commit)).get(0);
    }

    /** Knows from now on what the step says. */
    void learn(Step step) {
        state = step.state();
        step.messages().forEach(this::put);
        events.addAll(step.events());
        step.seen().forEach((reader, seq) -> readers.put(reader, reader(reader).raisedTo(seq)));
    }

    private void put(Message message) {
        int index = (int) message.seq().value() - 1;
        if (index < messages.size()) {
            messages.set(index, message);
            events.replaceAll(event -> Step.retold(event, message));
        } else {
            messages.add(message);
        }
    }

    Optional<CareState> state() {
        return state;
    }

    ConversationHead head() {
        return state.orElseThrow().head();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    List<ConversationEvent> shownEvents() {
        return events.stream().map(ConversationEvent::shown).toList();
    }

    ReadState reader(PersonRef reader) {
        return readers.getOrDefault(reader, ReadState.NONE);
    }

    void setReader(PersonRef reader, ReadState next) {
        readers.put(reader, next);
    }

    /** A recount over the log (READ-3). */
    long unread(PersonRef reader) {
        Side side = Side.of(reader).orElseThrow();
        return messages.stream()
                .filter(message -> message.seq().value() > reader(reader).cursor())
                .filter(message -> message.kind() != MessageKind.SYSTEM && !message.isRetracted())
                .filter(message -> Side.of(message.authorship().author()).equals(Optional.of(side.other())))
                .count();
    }

    boolean isUnread(PersonRef reader) {
        return unread(reader) > 0 || reader(reader).markedUnread();
    }

    Access access(PersonRef reader) {
        return new Access(key, scene.version(key.practitioner()), reader, List.of());
    }

    /** What the storage answers now. */
    MessageSlice read(PersonRef reader, MessageRange range) {
        return Answers.current(scene.conversations().read(access(reader), range));
    }

    MessageSlice readAll(PersonRef reader) {
        return read(reader, new MessageRange.After(0, 10_000));
    }

    MessageSlice open(PersonRef reader, int limit) {
        MessageSlice slice = Answers.current(scene.conversations().open(access(reader), limit));
        setReader(reader, slice.after());
        return slice;
    }

    ReadState markUnread(PersonRef reader) {
        setReader(reader, reader(reader).marked());
        return Answers.current(scene.conversations().markUnread(access(reader)));
    }

    ReadState markRead(PersonRef reader, long seq, long ticketMarks) {
        setReader(reader, reader(reader).read(Math.min(seq, head().lastSeq()), ticketMarks));
        return Answers.current(scene.conversations().markRead(access(reader), seq, ticketMarks));
    }

    /** The state as the storage has it. */
    Optional<CareState> stored() {
        return scene.conversations()
                .facts(new CareQuestion(key, scene.host(), Optional.empty()))
                .state();
    }

    CareState storedState() {
        return stored().orElseThrow(() -> new AssertionError("the conversation that was stored is not there"));
    }

    ConversationHead storedHead() {
        return storedState().head();
    }

    /** Expects that the storage has what is known here, and nothing else. */
    void assertStored() {
        assertThat(stored()).isEqualTo(state);
        if (state.isPresent()) {
            MessageSlice slice = readAll(Scene.OWNER);
            assertThat(slice.messages()).isEqualTo(messages);
            assertThat(slice.head()).isEqualTo(head());
            assertThat(slice.before()).isEqualTo(reader(Scene.OWNER));
            assertThat(scene.conversations().find(scene.clinic, id)).contains(key);
        } else {
            assertThat(scene.conversations().find(scene.clinic, id)).isEmpty();
        }
    }
}
