package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.Preview;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.ConversationId;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Revision;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.Role;

/** One conversation: its log, and what is recounted from it. */
final class ModelConversation {

    final ModelClinic clinic;
    final ConversationId id;
    final Where.Between between;
    final Instant begun;
    final List<Message> log = new ArrayList<>();
    final List<Optional<ClientMessageId>> clientIds = new ArrayList<>();
    final List<Delivered> delivered = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<PersonRef, ModelReading> readings = new HashMap<>();
    AvailabilityState availability;

    /** An automatic reply that went out. */
    record Delivered(String text, int activation, int reset) {}

    /** What happened, in order: a message arrived, a message was retracted, or the chat was switched. */
    private record Happening(boolean arrival, int message, Optional<AvailabilityState> state) {}

    ModelConversation(ModelClinic clinic, ConversationId id, Where.Between between, Instant begun) {
        this.clinic = clinic;
        this.id = id;
        this.between = between;
        this.begun = begun;
        this.availability = new AvailabilityState(Availability.ENABLED, begun, Optional.empty(), Optional.empty());
    }

    long head() {
        return log.size();
    }

    long revision() {
        return happenings.size();
    }

    /** What a list is ordered by. */
    Instant lastTime() {
        return log.isEmpty() ? begun : log.get(log.size() - 1).time();
    }

    /** CARE-7: never earlier than what there is. */
    Instant nextTime() {
        Instant now = clinic.now();
        return now.isBefore(lastTime()) ? lastTime() : now;
    }

    void append(Message message, Optional<ClientMessageId> clientId) {
        log.add(message);
        clientIds.add(clientId);
        happenings.add(new Happening(true, log.size() - 1, Optional.empty()));
    }

    /** Under which ids somebody has sent here. */
    Stream<ClientMessageId> sentBy(PersonRef author) {
        return IntStream.range(0, log.size())
                .filter(i -> log.get(i).authorship().author().equals(author))
                .mapToObj(clientIds::get)
                .flatMap(Optional::stream);
    }

    void replaceRetracted(int place, Message retracted) {
        log.set(place, retracted);
        happenings.add(new Happening(false, place, Optional.empty()));
    }

    void switchTo(AvailabilityState state) {
        availability = state;
        happenings.add(new Happening(false, -1, Optional.of(state)));
    }

    ModelReading reading(PersonRef reader) {
        return readings.computeIfAbsent(reader, anybody -> new ModelReading());
    }

    /** READ-3. */
    long unread(PersonRef reader) {
        return log.stream()
                .filter(message -> message.seq().value() > reading(reader).cursor)
                .filter(message -> countsFor(reader, message))
                .count();
    }

    static boolean countsFor(PersonRef reader, Message message) {
        Role across = reader.role() == Role.PATIENT ? Role.PRACTITIONER : Role.PATIENT;
        return message.kind() != MessageKind.SYSTEM
                && message.retraction().isEmpty()
                && message.authorship().author().role() == across;
    }

    boolean isUnread(PersonRef reader) {
        return unread(reader) > 0 || reading(reader).isMarked();
    }

    /** READ-9: the furthest that anybody across has read. */
    long readAcross(PersonRef reader) {
        Role across = reader.role() == Role.PATIENT ? Role.PRACTITIONER : Role.PATIENT;
        return readings.entrySet().stream()
                .filter(entry -> entry.getKey().role() == across)
                .mapToLong(entry -> entry.getValue().cursor)
                .max()
                .orElse(0);
    }

    /** READ-8. */
    Optional<Instant> awaitingSince() {
        Optional<Instant> since = Optional.empty();
        for (Message message : log) {
            if (message.kind() == MessageKind.HUMAN && message.retraction().isEmpty()) {
                boolean asks = message.authorship().author().role() == Role.PATIENT;
                since = asks ? since.or(() -> Optional.of(message.time())) : Optional.empty();
            }
        }
        return since;
    }

    /** The newest message that stands and is no automatic reply, in one line of 120 characters. */
    Optional<Preview> preview() {
        Optional<Message> newest = log.stream()
                .filter(message -> message.retraction().isEmpty() && message.kind() != MessageKind.AUTO_REPLY)
                .reduce((earlier, later) -> later);
        return newest.map(message -> new Preview(
                message.authorship(),
                message.kind(),
                ModelText.beginning(message.text()),
                message.attachments().size()));
    }

    Optional<Instant> lastMessageTime() {
        return log.isEmpty() ? Optional.empty() : Optional.of(lastTime());
    }

    /** Everything that happened, as this side sees it. */
    List<ConversationEvent> events(boolean forPatient) {
        List<ConversationEvent> events = new ArrayList<>();
        for (Happening happening : happenings) {
            events.add(event(Revision.of(events.size() + 1L), happening, forPatient));
        }
        return events;
    }

    private ConversationEvent event(Revision revision, Happening happening, boolean forPatient) {
        if (happening.state().isPresent()) {
            AvailabilityState state = happening.state().get();
            return new ConversationEvent.Switched(revision, id, forPatient ? withoutPerson(state) : state);
        }
        Message message = shown(log.get(happening.message()));
        return happening.arrival()
                ? new ConversationEvent.Arrived(revision, message)
                : new ConversationEvent.Retracted(revision, message);
    }

    static AvailabilityState withoutPerson(AvailabilityState state) {
        return new AvailabilityState(state.availability(), state.since(), Optional.empty(), Optional.empty());
    }

    /** A message as people see it: a retracted one is a tombstone. */
    static Message shown(Message message) {
        return message.retraction().isEmpty()
                ? message
                : new Message(
                        message.id(),
                        message.conversation(),
                        message.seq(),
                        message.time(),
                        message.authorship(),
                        message.kind(),
                        "",
                        List.of(),
                        message.retraction());
    }
}
