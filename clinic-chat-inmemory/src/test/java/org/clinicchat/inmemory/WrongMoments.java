package org.clinicchat.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.conversation.CareState;
import org.clinicchat.conversation.ReadState;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.PatientListed;
import org.clinicchat.port.PracticeFacts;
import org.clinicchat.testkit.contract.ConversationFactsContract;
import org.clinicchat.testkit.contract.InboxListContract;
import org.clinicchat.testkit.contract.OpeningContract;
import org.clinicchat.testkit.contract.PatientListContract;

/** What can go wrong with an answer that is put together from two moments. */
final class WrongMoments {

    private WrongMoments() {}

    static Stream<Wrong> all() {
        return Stream.of(facts(), lists(), openings()).flatMap(Function.identity());
    }

    private static Stream<Wrong> facts() {
        return Stream.of(
                care("reads people before practice", (people, rest) -> told(people, rest, rest.state())),
                care("reads the head before the rest", (head, rest) -> told(rest, rest, head.state())),
                care(
                        "reads the ledger before the head",
                        (ledger, rest) -> told(
                                rest,
                                rest,
                                rest.state()
                                        .flatMap(head -> ledger.state()
                                                .map(state -> new CareState(head.head(), state.ledger()))))),
                Torn.wrong(
                        "reads the group before the practice",
                        ConversationFactsContract.class,
                        "facts",
                        3,
                        (right, arguments, call, gap) -> {
                            PracticeFacts group = (PracticeFacts) call.with(arguments);
                            if (!arguments[1].equals(arguments[2])) {
                                gap.run();
                            }
                            return new PracticeFacts(
                                    ((PracticeFacts) call.with(arguments)).practice(), group.sharesWorkGroup());
                        }));
    }

    private static Stream<Wrong> lists() {
        return Stream.of(
                list("reads counts before rows", "page", 2, (early, late) -> {
                    List<InboxRow> rows = new ArrayList<>();
                    List<?> counts = ((ListSlice<?>) early).rows();
                    for (Object row : ((ListSlice<?>) late).rows()) {
                        rows.add(counted(
                                (InboxRow) row,
                                counts.stream().map(InboxRow.class::cast).toList()));
                    }
                    return new ListSlice<>(rows, ((ListSlice<?>) late).last());
                }),
                list(
                        "counts conversations before messages",
                        "totals",
                        1,
                        (early, late) -> new InboxTotals(
                                ((InboxTotals) early).unreadConversations(), ((InboxTotals) late).unreadMessages())),
                Torn.wrong(
                        "reads positions one after another",
                        InboxListContract.class,
                        "positions",
                        2,
                        (right, arguments, call, gap) -> {
                            List<?> early = (List<?>) call.with(arguments);
                            gap.run();
                            gap.run();
                            List<?> late = (List<?>) call.with(arguments);
                            return Stream.concat(
                                            early.stream().limit(1),
                                            late.stream()
                                                    .filter(position ->
                                                            !key(position).equals(key(early.get(0)))))
                                    .toList();
                        }),
                Torn.wrong(
                        "reads the patient's counts before his rows",
                        PatientListContract.class,
                        "patientPage",
                        5,
                        (right, arguments, call, gap) -> {
                            List<?> counts = ((ListSlice<?>) call.with(arguments)).rows();
                            gap.run();
                            ListSlice<?> late = (ListSlice<?>) call.with(arguments);
                            return new ListSlice<>(
                                    late.rows().stream()
                                            .map(PatientListed.class::cast)
                                            .map(row -> counted(row, counts))
                                            .toList(),
                                    late.last());
                        }));
    }

    private static Stream<Wrong> openings() {
        return Stream.of(Torn.wrong(
                "reads that nothing is unseen, and then raises the cursor to the head",
                OpeningContract.class,
                "open",
                2,
                (right, arguments, call, gap) -> {
                    Access access = (Access) arguments[0];
                    ReadState before = WrongMarks.before(right, access);
                    boolean unseen = WrongMarks.log(right, access, before.cursor(), Integer.MAX_VALUE).stream()
                            .anyMatch(message -> !message.authorship().author().equals(access.reader()));
                    Object answer = call.with(arguments);
                    if (!unseen) {
                        gap.run();
                        right.conversations().markRead(WrongReads.quiet(access), Long.MAX_VALUE, ReadState.NO_TICKET);
                    }
                    return answer;
                }));
    }

    /** How an answer is put together from an early one and a late one. */
    private interface Patching<T> {
        T of(T early, T late);
    }

    private static Wrong care(String name, Patching<StoredCare> patching) {
        return Torn.wrong(name, ConversationFactsContract.class, "facts", 1, (right, arguments, call, gap) -> {
            StoredCare early = (StoredCare) call.with(arguments);
            gap.run();
            return patching.of(early, (StoredCare) call.with(arguments));
        });
    }

    private static StoredCare told(StoredCare people, StoredCare practice, Optional<CareState> state) {
        return new StoredCare(
                practice.practice(),
                people.patientKnown(),
                people.permitted(),
                people.sharesWorkGroup(),
                people.linkedToPatient(),
                state,
                practice.prior());
    }

    private static Wrong list(String name, String method, int parameters, Patching<Object> patching) {
        return Torn.wrong(name, InboxListContract.class, method, parameters, (right, arguments, call, gap) -> {
            Object early = call.with(arguments);
            gap.run();
            Object late = call.with(arguments);
            return early instanceof Answer.Current<?> one && late instanceof Answer.Current<?> other
                    ? Answer.current(patching.of(one.value(), other.value()))
                    : late;
        });
    }

    private static InboxRow counted(InboxRow row, List<InboxRow> counts) {
        long unread = counts.stream()
                .filter(early -> early.conversation().equals(row.conversation()))
                .mapToLong(InboxRow::unread)
                .findFirst()
                .orElse(row.unread());
        return new InboxRow(
                row.conversation(),
                row.patient(),
                row.availability(),
                unread,
                row.markedUnread(),
                row.lastMessageTime(),
                row.preview(),
                row.awaitingReplySince(),
                row.head(),
                row.revision());
    }

    private static PatientListed counted(PatientListed row, List<?> counts) {
        long unread = counts.stream()
                .map(PatientListed.class::cast)
                .filter(early -> early.head().id().equals(row.head().id()))
                .mapToLong(PatientListed::unread)
                .findFirst()
                .orElse(row.unread());
        return new PatientListed(row.head(), row.practice(), unread, row.markedUnread());
    }

    private static Object key(Object position) {
        return ((ConversationPosition) position).key();
    }
}
