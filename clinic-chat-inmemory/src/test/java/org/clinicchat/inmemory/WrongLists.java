package org.clinicchat.inmemory;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.ConversationId;
import org.clinicchat.port.Answer;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.InboxListContract;
import org.clinicchat.testkit.contract.InboxPagingContract;
import org.clinicchat.testkit.contract.PatientListContract;

/** What can go wrong with the pages of lists. */
final class WrongLists {

    private WrongLists() {}

    static Stream<Wrong> all() {
        return Stream.of(positions(), pages()).flatMap(Function.identity());
    }

    private static Stream<Wrong> positions() {
        return Stream.of(
                scan(
                        "skips rows of the same time",
                        InboxListContract.class,
                        scan -> after(scan, place -> new ListPosition(place.lastTime(), ConversationId.of("~")))),
                scan(
                        "repeats rows of the same time",
                        InboxPagingContract.class,
                        scan -> after(scan, place -> new ListPosition(place.lastTime(), ConversationId.of("")))),
                scan(
                        "compares times to the millisecond",
                        InboxPagingContract.class,
                        scan -> after(
                                scan,
                                place ->
                                        new ListPosition(place.lastTime().truncatedTo(ChronoUnit.MILLIS), place.id()))),
                Wrong.remembering("pages by offset", InboxPagingContract.class, WrongLists::byOffset));
    }

    private static Stream<Wrong> pages() {
        return Stream.of(
                rows(
                        "skips a row of a full page",
                        InboxPagingContract.class,
                        slice -> slice.last().isPresent()
                                ? new ListSlice<>(
                                        slice.rows().subList(0, slice.rows().size() - 1), slice.last())
                                : slice),
                rows(
                        "never says that rows follow",
                        InboxPagingContract.class,
                        slice -> new ListSlice<>(slice.rows(), Optional.empty())),
                Wrong.answering(
                        "says of a full page that rows follow",
                        InboxPagingContract.class,
                        Set.of("page"),
                        WrongLists::followed),
                rows(
                        "orders ties as people do",
                        InboxListContract.class,
                        slice -> new ListSlice<>(
                                slice.rows().stream()
                                        .sorted(Comparator.comparing((InboxRow row) ->
                                                        row.lastMessageTime().orElseThrow())
                                                .reversed()
                                                .thenComparing(row -> row.conversation()
                                                        .value()
                                                        .toLowerCase(Locale.ROOT)))
                                        .toList(),
                                slice.last())),
                Wrong.answering(
                        "repeats the patient's last row",
                        PatientListContract.class,
                        Set.of("patientPage"),
                        (right, arguments, call) -> {
                            Optional<?> after = (Optional<?>) arguments[3];
                            Object earlier = after.map(ListPosition.class::cast)
                                    .map(place ->
                                            new ListPosition(place.lastTime().plusNanos(1_000), place.id()));
                            return call.with(arguments[0], arguments[1], arguments[2], earlier, arguments[4]);
                        }));
    }

    /** Remembers how many rows were given, and leaves out so many of the present list. */
    private static BentStorage.Bend byOffset() {
        Map<ListPosition, Integer> given = new HashMap<>();
        return (right, method, arguments, call) -> {
            if (!method.equals("page")) {
                return call.with(arguments);
            }
            InboxScan scan = (InboxScan) arguments[1];
            synchronized (given) {
                int offset =
                        scan.after().map(place -> given.getOrDefault(place, 0)).orElse(0);
                if (scan.after().isPresent() && offset == 0) {
                    return call.with(arguments);
                }
                InboxScan all = new InboxScan(
                        scan.filters(), scan.search(), Optional.empty(), Math.max(scan.limit(), offset + scan.limit()));
                ListSlice<?> slice = (ListSlice<?>) ((Answer.Current<?>) call.with(arguments[0], all)).value();
                slice.last().ifPresent(last -> given.put(last, offset + scan.limit()));
                int from = Math.min(offset, slice.rows().size());
                return Answer.current(new ListSlice<>(
                        List.copyOf(slice.rows().subList(from, slice.rows().size())), slice.last()));
            }
        };
    }

    private static Object followed(Storage right, Object[] arguments, BentStorage.Call call) {
        int limit = ((InboxScan) arguments[1]).limit();
        return call.with(arguments) instanceof Answer.Current<?> current
                        && current.value() instanceof ListSlice<?> slice
                        && slice.last().isEmpty()
                        && slice.rows().size() == limit
                ? Answer.current(new ListSlice<>(List.copyOf(slice.rows()), Optional.of(place((InboxRow)
                        slice.rows().get(limit - 1)))))
                : call.with(arguments);
    }

    private static ListPosition place(InboxRow row) {
        return new ListPosition(row.lastMessageTime().orElseThrow(), row.conversation());
    }

    private static Wrong scan(String name, Class<?> caughtBy, UnaryOperator<InboxScan> scan) {
        return Wrong.argument(name, caughtBy, Set.of("page"), InboxScan.class, (right, asked) -> scan.apply(asked));
    }

    private static InboxScan after(InboxScan scan, UnaryOperator<ListPosition> place) {
        return new InboxScan(scan.filters(), scan.search(), scan.after().map(place), scan.limit());
    }

    private static Wrong rows(String name, Class<?> caughtBy, UnaryOperator<ListSlice<InboxRow>> slice) {
        return Wrong.answer(
                name,
                caughtBy,
                Set.of("page"),
                Answer.Current.class,
                current -> new Answer.Current<>(slice.apply(typed((ListSlice<?>) current.value()))));
    }

    private static ListSlice<InboxRow> typed(ListSlice<?> slice) {
        return new ListSlice<>(slice.rows().stream().map(InboxRow.class::cast).toList(), slice.last());
    }
}
