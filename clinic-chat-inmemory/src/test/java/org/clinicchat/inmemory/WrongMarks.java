package org.clinicchat.inmemory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.Side;
import org.clinicchat.message.Message;
import org.clinicchat.people.PersonRef;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.MessageRange;
import org.clinicchat.port.MessageSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.MarkingContract;
import org.clinicchat.testkit.contract.MessageRangeContract;
import org.clinicchat.testkit.contract.OpeningContract;

/** What can go wrong with read state. */
final class WrongMarks {

    private WrongMarks() {}

    static Stream<Wrong> all() {
        return Stream.of(openings(), marks()).flatMap(Function.identity());
    }

    private static Stream<Wrong> openings() {
        return Stream.of(
                Wrong.answering(
                        "opens up to the head", OpeningContract.class, Set.of("open"), (right, arguments, call) -> {
                            Object answer = call.with(arguments);
                            right.conversations()
                                    .markRead(
                                            WrongReads.quiet((Access) arguments[0]),
                                            Long.MAX_VALUE,
                                            ReadState.NO_TICKET);
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
                                right.conversations().markUnread(WrongReads.quiet((Access) arguments[0]));
                            }
                            return answer;
                        }),
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
                                    ? Answer.current(
                                            WrongReads.with(slice, log(right, access, cursor, (int) arguments[1])))
                                    : answer;
                        }));
    }

    private static Stream<Wrong> marks() {
        return Stream.of(
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
                        WrongReads.READS,
                        Access.class,
                        (right, access) ->
                                new Access(access.key(), access.practiceVersion(), ofSide(access), access.audit())));
    }

    private static PersonRef ofSide(Access access) {
        return Side.of(access.reader()).equals(Optional.of(Side.PRACTICE))
                ? PersonRef.of(access.key().practitioner())
                : access.reader();
    }

    static ReadState before(Storage right, Access access) {
        Answer<MessageSlice> answer = right.conversations()
                .read(WrongReads.present(right, WrongReads.quiet(access)), new MessageRange.After(0, 1));
        return ((Answer.Current<MessageSlice>) answer).value().before();
    }

    static List<Message> log(Storage right, Access access, long after, int limit) {
        Answer<MessageSlice> answer = right.conversations()
                .read(WrongReads.present(right, WrongReads.quiet(access)), new MessageRange.After(after, limit));
        return ((Answer.Current<MessageSlice>) answer).value().messages();
    }
}
