package org.clinicchat.inmemory;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Answer;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.Storage;
import org.clinicchat.testkit.contract.InboxAccessContract;
import org.clinicchat.testkit.contract.InboxListContract;
import org.clinicchat.testkit.contract.InboxSearchContract;
import org.clinicchat.testkit.contract.PatientListContract;

/** What can go wrong with who sees which rows. */
final class WrongRows {

    private WrongRows() {}

    private static final PractitionerId NOBODY = PractitionerId.of("nobody");

    static Stream<Wrong> all() {
        return Stream.of(filters(), permissions(), patients()).flatMap(Function.identity());
    }

    private static Stream<Wrong> filters() {
        return Stream.of(
                scan(
                        "takes one filter of several",
                        InboxListContract.class,
                        scan -> new InboxScan(
                                scan.filters().stream().sorted().limit(1).collect(Collectors.toSet()),
                                scan.search(),
                                scan.after(),
                                scan.limit())),
                scan(
                        "forgets filters when it searches",
                        InboxSearchContract.class,
                        scan -> scan.search().isPresent()
                                ? new InboxScan(Set.of(), scan.search(), scan.after(), scan.limit())
                                : scan),
                Wrong.answering(
                        "counts marks as messages",
                        InboxListContract.class,
                        Set.of("totals"),
                        (right, arguments, call) -> call.with(arguments) instanceof Answer.Current<?> current
                                        && current.value() instanceof InboxTotals totals
                                ? Answer.current(new InboxTotals(
                                        totals.unreadConversations(),
                                        Math.max(totals.unreadMessages(), totals.unreadConversations())))
                                : Answer.stale()));
    }

    private static Stream<Wrong> permissions() {
        return Stream.of(
                access("leaves linked pairs in", (right, access) -> with(access, NOBODY, access.permittedOnly())),
                access(
                        "takes the reader's links",
                        (right, access) ->
                                with(access, access.reader().practitioner().orElseThrow(), access.permittedOnly())),
                access(
                        "leaves pairs in that are not permitted",
                        (right, access) -> with(access, access.actor(), false)),
                access(
                        "lists under any version",
                        (right, access) -> new InboxAccess(
                                access.clinic(),
                                access.owner(),
                                Wrong.version(right, access.clinic(), access.owner()),
                                access.actor(),
                                access.reader(),
                                access.permittedOnly(),
                                access.audit())),
                access(
                        "drops the audit of lists",
                        (right, access) -> new InboxAccess(
                                access.clinic(),
                                access.owner(),
                                access.practiceVersion(),
                                access.actor(),
                                access.reader(),
                                access.permittedOnly(),
                                List.of())));
    }

    private static Stream<Wrong> patients() {
        return Stream.of(
                Wrong.answering(
                        "forgets positions of silent conversations",
                        InboxAccessContract.class,
                        Set.of("positions"),
                        (right, arguments, call) -> ((List<?>) call.with(arguments))
                                .stream()
                                        .filter(position -> ((ConversationPosition) position).revision() > 0)
                                        .toList()),
                Wrong.answering(
                        "shows a patient what is not permitted",
                        PatientListContract.class,
                        Set.of("patientPage"),
                        (right, arguments, call) ->
                                call.with(arguments[0], arguments[1], false, arguments[3], arguments[4])));
    }

    private static Wrong access(String name, BiFunction<Storage, InboxAccess, InboxAccess> access) {
        return Wrong.argument(name, InboxAccessContract.class, Set.of("page", "totals"), InboxAccess.class, access);
    }

    private static InboxAccess with(InboxAccess access, PractitionerId actor, boolean permittedOnly) {
        return new InboxAccess(
                access.clinic(),
                access.owner(),
                access.practiceVersion(),
                actor,
                access.reader(),
                permittedOnly,
                access.audit());
    }

    private static Wrong scan(String name, Class<?> caughtBy, UnaryOperator<InboxScan> scan) {
        return Wrong.argument(name, caughtBy, Set.of("page"), InboxScan.class, (right, asked) -> scan.apply(asked));
    }
}
