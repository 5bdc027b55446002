package org.clinicchat.inmemory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.testkit.contract.EventsContract;
import org.clinicchat.testkit.contract.UnreadContract;

/** What can go wrong with counts and events. */
final class WrongCounts {

    private WrongCounts() {}

    static Stream<Wrong> all() {
        return Stream.of(counts(), events()).flatMap(Function.identity());
    }

    private static Stream<Wrong> counts() {
        return Stream.of(
                WrongReads.slices(
                        "counts retracted messages",
                        UnreadContract.class,
                        slice -> counting(
                                slice,
                                slice.unread()
                                        + above(slice)
                                                .filter(Message::isRetracted)
                                                .count())),
                WrongReads.slices(
                        "takes retractions off twice",
                        UnreadContract.class,
                        slice -> counting(
                                slice,
                                slice.unread()
                                        - slice.messages().stream()
                                                .filter(message -> message.isRetracted()
                                                        && message.seq().value()
                                                                <= slice.after().cursor())
                                                .count())),
                WrongReads.slices(
                        "counts own messages",
                        UnreadContract.class,
                        slice -> counting(
                                slice,
                                above(slice)
                                        .filter(message -> !message.isRetracted())
                                        .count())),
                WrongReads.slices(
                        "never knows the other side's cursor",
                        UnreadContract.class,
                        slice -> new MessageSlice(
                                slice.messages(), slice.head(), slice.before(), slice.after(), slice.unread(), 0)),
                Wrong.argument(
                        "takes the other side for the same",
                        UnreadContract.class,
                        Set.of("read"),
                        Access.class,
                        (right, access) -> new Access(
                                access.key(),
                                access.practiceVersion(),
                                PersonRef.of(access.key().patient()),
                                access.audit())));
    }

    private static Stream<Wrong> events() {
        return Stream.of(
                events(
                        "tells messages alone",
                        slice -> slice.events().stream()
                                .filter(ConversationEvent.Arrived.class::isInstance)
                                .toList()),
                events(
                        "tells switchings last",
                        slice -> Stream.concat(
                                        slice.events().stream()
                                                .filter(event -> !(event instanceof ConversationEvent.Switched)),
                                        slice.events().stream().filter(ConversationEvent.Switched.class::isInstance))
                                .toList()),
                events(
                        "tells retracted messages as they were",
                        slice -> slice.events().stream()
                                .map(WrongCounts::unretracted)
                                .toList()),
                Wrong.answering(
                        "repeats the last event",
                        EventsContract.class,
                        Set.of("eventsAfter"),
                        (right, arguments, call) ->
                                call.with(arguments[0], Math.max(0, (long) arguments[1] - 1), arguments[2])));
    }

    private static ConversationEvent unretracted(ConversationEvent event) {
        if (!(event instanceof ConversationEvent.Arrived arrived)) {
            return event;
        }
        Message message = arrived.message();
        return new ConversationEvent.Arrived(
                arrived.revision(),
                new Message(
                        message.id(),
                        message.conversation(),
                        message.seq(),
                        message.time(),
                        message.authorship(),
                        message.kind(),
                        message.text(),
                        message.attachments(),
                        Optional.empty()));
    }

    private static Stream<Message> above(MessageSlice slice) {
        return slice.messages().stream()
                .filter(message ->
                        message.seq().compareTo(MessageSeq.of(slice.after().cursor())) > 0);
    }

    private static MessageSlice counting(MessageSlice slice, long unread) {
        return new MessageSlice(
                slice.messages(), slice.head(), slice.before(), slice.after(), unread, slice.otherSideCursor());
    }

    private static Wrong events(String name, Function<EventSlice, List<ConversationEvent>> events) {
        return Wrong.answer(
                name,
                EventsContract.class,
                Set.of("eventsAfter"),
                Answer.Current.class,
                current -> current.value() instanceof EventSlice right
                        ? new Answer.Current<>(new EventSlice(events.apply(right), right.revision()))
                        : current);
    }
}
