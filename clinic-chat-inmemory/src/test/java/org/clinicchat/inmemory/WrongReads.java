package org.clinicchat.inmemory;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.message.Message;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.LogOrderContract;
import org.clinicchat.testkit.contract.MessageRangeContract;
import org.clinicchat.testkit.contract.RevocationContract;
import org.clinicchat.testkit.contract.StaleAccessContract;
import org.clinicchat.testkit.contract.StoredChangesContract;

/** What can go wrong with permissions to read, and with the messages that are read. */
final class WrongReads {

    private WrongReads() {}

    static final Set<String> READS = Set.of("read", "open", "markRead", "markUnread", "eventsAfter", "retractionFacts");

    static Stream<Wrong> all() {
        return Stream.of(permissions(), ranges(), slices()).flatMap(Function.identity());
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

    private static Stream<Wrong> ranges() {
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
                                : range));
    }

    private static Stream<Wrong> slices() {
        return Stream.of(
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
                                        : slice));
    }

    static Access present(Storage right, Access access) {
        long version = Wrong.version(right, access.key().clinic(), access.key().practitioner());
        return new Access(access.key(), version, access.reader(), access.audit());
    }

    static Access quiet(Access access) {
        return new Access(access.key(), access.practiceVersion(), access.reader(), List.of());
    }

    static MessageSlice with(MessageSlice slice, List<Message> messages) {
        return new MessageSlice(
                messages, slice.head(), slice.before(), slice.after(), slice.unread(), slice.otherSideCursor());
    }

    private static Wrong range(String name, Class<?> caughtBy, UnaryOperator<MessageRange> range) {
        return Wrong.argument(name, caughtBy, Set.of("read"), MessageRange.class, (right, asked) -> range.apply(asked));
    }

    static Wrong slices(String name, Class<?> caughtBy, UnaryOperator<MessageSlice> slice) {
        return Wrong.answer(
                name,
                caughtBy,
                Set.of("read", "open"),
                Answer.Current.class,
                current -> current.value() instanceof MessageSlice right
                        ? new Answer.Current<>(slice.apply(right))
                        : current);
    }
}
