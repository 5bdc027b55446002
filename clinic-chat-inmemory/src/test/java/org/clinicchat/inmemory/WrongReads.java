package org.clinicchat.inmemory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.EventSlice;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.EventsContract;
import org.clinicchat.testkit.contract.LogOrderContract;
import org.clinicchat.testkit.contract.MarkingContract;
import org.clinicchat.testkit.contract.MessageRangeContract;
import org.clinicchat.testkit.contract.OpeningContract;
import org.clinicchat.testkit.contract.RevocationContract;
import org.clinicchat.testkit.contract.StaleAccessContract;
import org.clinicchat.testkit.contract.StoredChangesContract;
import org.clinicchat.testkit.contract.UnreadContract;

/** What can go wrong when something is read, and with read state. */
final class WrongReads {

    private static final Set<String> READS =
            Set.of("read", "open", "markRead", "markUnread", "eventsAfter", "retractionFacts");

    private WrongReads() {}

    static Stream<Wrong> all() {
        return Stream.of(permissions(), messages(), marks(), counts(), events()).flatMap(Function.identity());
    }

    private static Stream<Wrong> permissions() {
        return Stream.of(
                Wrong.argument(
                        "reads under any version", StaleAccessContract.class, READS, Access.class, WrongReads::present),
                Wrong.argument(
                        "reads under any version under load",
                        RevocationContract.class,
                        Set.of("markUnread"),
                        Access.class,
                        WrongReads::present),
                Wrong.argument(
                        "drops the audit of reads",
                        StaleAccessContract.class,
                        READS,
                        Access.class,
                        (right, access) ->
                                new Access(access.key(), access.practiceVersion(), access.reader(), List.of())),
                Wrong.answering(
                        "writes the audit of stale reads",
                        StaleAccessContract.class,
                        READS,
                        (right, arguments, call) -> {
                            Object answer = call.with(arguments);
                            if (answer instanceof Answer.Stale) {
                                ((Access) arguments[0]).audit().forEach(right.audit()::refused);
                            }
                            return answer;
                        }),
                Wrong.answering(
                        "marks although it is stale",
                        StaleAccessContract.class,
                        Set.of("markRead"),
                        (right, arguments, call) -> {
                            Object answer = call.with(arguments);
                            Access access = present(right, (Access) arguments[0]);
                            right.conversations().markRead(quiet(access), (long) arguments[1], ReadState.NO_TICKET);
                            return answer;
                        }));
    }

    private static Stream<Wrong> messages() {
        return Stream.of(
                range(
                        "is one off after a place",
                        MessageRangeContract.class,
                        range -> range instanceof MessageRange.After after && after.seq() > 0
                                ? new MessageRange.After(after.seq() - 1, after.limit())
                                : range),
                range(
                        "gives the first ones before a place",
                        MessageRangeContract.class,
                        range -> range instanceof MessageRange.Before before && before.seq() > before.limit()
                                ? new MessageRange.After(0, before.limit())
                                : range),
                slices(
                        "leaves retracted messages out",
                        MessageRangeContract.class,
                        slice -> with(
                                slice,
                                slice.messages().stream()
                                        .filter(message -> !message.isRetracted())
                                        .toList())),
                slices(
                        "loses the text of retracted messages",
                        StoredChangesContract.class,
                        slice -> with(
                                slice,
                                slice.messages().stream().map(Message::shown).toList())),
                slices(
                        "reads messages and head apart",
                        LogOrderContract.class,
                        slice -> slice.messages().size() % 4 == 2
                                ? with(
                                        slice,
                                        slice.messages()
                                                .subList(0, slice.messages().size() - 1))
                                : slice),
                slices(
                        "leaves a gap in the log",
                        LogOrderContract.class,
                        slice ->
                                slice.messages().size() > 10 && slice.messages().size() < 30
                                        ? with(
                                                slice,
                                                Stream.concat(
                                                                slice.messages().stream()
                                                                        .limit(4),
                                                                slice.messages().stream()
                                                                        .skip(5))
                                                        .toList())
                                        : slice),
                Wrong.answering(
                        "opens at the cursor, own messages too",
                        OpeningContract.class,
                        Set.of("open"),
                        (right, arguments, call) -> {
                            Access access = (Access) arguments[0];
                            long cursor = before(right, access).cursor();
                            Object answer = call.with(arguments);
                            return answer instanceof Answer.Current<?> current
                                            && current.value() instanceof MessageSlice slice
                                    ? Answer.current(with(slice, log(right, access, cursor, (int) arguments[1])))
                                    : answer;
                        }));
    }

    private static Stream<Wrong> marks() {
        return Stream.of(
                Wrong.answering(
                        "opens up to the head", OpeningContract.class, Set.of("open"), (right, arguments, call) -> {
                            Object answer = call.with(arguments);
                            right.conversations()
                                    .markRead(quiet((Access) arguments[0]), Long.MAX_VALUE, ReadState.NO_TICKET);
                            return answer;
                        }),
                Wrong.answering(
                        "peeks by opening",
                        MessageRangeContract.class,
                        Set.of("read"),
                        (right, arguments, call) -> arguments[1] instanceof MessageRange.Unseen unseen
                                ? right.conversations().open((Access) arguments[0], unseen.limit())
                                : call.with(arguments)),
                Wrong.answering(
                        "leaves the mark when opened",
                        OpeningContract.class,
                        Set.of("open"),
                        (right, arguments, call) -> {
                            boolean marked =
                                    before(right, (Access) arguments[0]).markedUnread();
                            Object answer = call.with(arguments);
                            if (marked) {
                                right.conversations().markUnread(quiet((Access) arguments[0]));
                            }
                            return answer;
                        }),
                Wrong.answering(
                        "takes any ticket",
                        MarkingContract.class,
                        Set.of("markRead"),
                        (right, arguments, call) -> call.with(
                                arguments[0],
                                arguments[1],
                                before(right, (Access) arguments[0]).marks())),
                Wrong.answering(
                        "takes no ticket",
                        MarkingContract.class,
                        Set.of("markRead"),
                        (right, arguments, call) -> call.with(arguments[0], arguments[1], ReadState.NO_TICKET)),
                Wrong.argument(
                        "has one read state for a side",
                        OpeningContract.class,
                        READS,
                        Access.class,
                        (right, access) ->
                                new Access(access.key(), access.practiceVersion(), ofSide(access), access.audit())));
    }

    private static Stream<Wrong> counts() {
        return Stream.of(
                slices(
                        "counts retracted messages",
                        UnreadContract.class,
                        slice -> counting(
                                slice,
                                slice.unread()
                                        + above(slice)
                                                .filter(Message::isRetracted)
                                                .count())),
                slices(
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
                slices(
                        "counts own messages",
                        UnreadContract.class,
                        slice -> counting(
                                slice,
                                above(slice)
                                        .filter(message -> !message.isRetracted())
                                        .count())),
                slices(
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
                                .map(WrongReads::unretracted)
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

    private static PersonRef ofSide(Access access) {
        return Side.of(access.reader()).equals(Optional.of(Side.PRACTICE))
                ? PersonRef.of(access.key().practitioner())
                : access.reader();
    }

    private static Access present(Storage right, Access access) {
        long version = Wrong.version(right, access.key().clinic(), access.key().practitioner());
        return new Access(access.key(), version, access.reader(), access.audit());
    }

    private static Access quiet(Access access) {
        return new Access(access.key(), access.practiceVersion(), access.reader(), List.of());
    }

    private static ReadState before(Storage right, Access access) {
        Answer<MessageSlice> answer =
                right.conversations().read(present(right, quiet(access)), new MessageRange.After(0, 1));
        return ((Answer.Current<MessageSlice>) answer).value().before();
    }

    private static List<Message> log(Storage right, Access access, long after, int limit) {
        Answer<MessageSlice> answer =
                right.conversations().read(present(right, quiet(access)), new MessageRange.After(after, limit));
        return ((Answer.Current<MessageSlice>) answer).value().messages();
    }

    private static MessageSlice with(MessageSlice slice, List<Message> messages) {
        return new MessageSlice(
                messages, slice.head(), slice.before(), slice.after(), slice.unread(), slice.otherSideCursor());
    }

    private static MessageSlice counting(MessageSlice slice, long unread) {
        return new MessageSlice(
                slice.messages(), slice.head(), slice.before(), slice.after(), unread, slice.otherSideCursor());
    }

    private static Wrong range(String name, Class<?> caughtBy, UnaryOperator<MessageRange> range) {
        return Wrong.argument(name, caughtBy, Set.of("read"), MessageRange.class, (right, asked) -> range.apply(asked));
    }

    private static Wrong slices(String name, Class<?> caughtBy, UnaryOperator<MessageSlice> slice) {
        return Wrong.answer(
                name,
                caughtBy,
                Set.of("read", "open"),
                Answer.Current.class,
                current -> current.value() instanceof MessageSlice right
                        ? new Answer.Current<>(slice.apply(right))
                        : current);
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
