package org.clinicchat.inmemory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.port.Access;
import org.clinicchat.port.Answer;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.InboxAccess;
import org.clinicchat.port.InboxScan;
import org.clinicchat.port.ListSlice;
import org.clinicchat.port.Storage;
import org.clinicchat.service.Practice;
import org.clinicchat.testkit.contract.AuditStoreContract;
import org.clinicchat.testkit.contract.ClinicIsolationContract;
import org.clinicchat.testkit.contract.DirectoryContract;
import org.clinicchat.testkit.contract.InboxAccessContract;
import org.clinicchat.testkit.contract.InboxListContract;
import org.clinicchat.testkit.contract.InboxPagingContract;
import org.clinicchat.testkit.contract.InboxSearchContract;
import org.clinicchat.testkit.contract.PatientListContract;
import org.clinicchat.testkit.contract.PracticeStoreContract;
import org.clinicchat.testkit.contract.RevocationContract;

/** What can go wrong with lists, practices, people and the audit. */
final class WrongLists {

    private static final PractitionerId NOBODY = PractitionerId.of("nobody");

    private WrongLists() {}

    static Stream<Wrong> all() {
        return Stream.of(paging(), rows(), practices(), people(), audit()).flatMap(Function.identity());
    }

    private static Stream<Wrong> paging() {
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
                Wrong.remembering("pages by offset", InboxPagingContract.class, WrongLists::byOffset),
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

    private static Stream<Wrong> rows() {
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
                                : Answer.stale()),
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
                                List.of())),
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

    private static Stream<Wrong> practices() {
        return Stream.of(
                Wrong.answering(
                        "says that a practice was added again",
                        PracticeStoreContract.class,
                        Set.of("add"),
                        (right, arguments, call) -> {
                            call.with(arguments);
                            return true;
                        }),
                Wrong.answering(
                        "lets the last replacement win",
                        PracticeStoreContract.class,
                        Set.of("replace"),
                        (right, arguments, call) -> {
                            ClinicId clinic = (ClinicId) arguments[0];
                            Practice next = (Practice) arguments[1];
                            return right.practices()
                                    .facts(clinic, next.practitioner(), next.practitioner())
                                    .practice()
                                    .map(present -> call.with(clinic, at(next, present.version() + 1), arguments[2]))
                                    .orElse(false);
                        }),
                Wrong.answering(
                        "writes the audit of refused replacements",
                        PracticeStoreContract.class,
                        Set.of("replace"),
                        (right, arguments, call) -> {
                            Object replaced = call.with(arguments);
                            if (replaced.equals(false)) {
                                ((List<?>) arguments[2])
                                        .forEach(record -> right.audit().refused((AuditRecord) record));
                            }
                            return replaced;
                        }));
    }

    private static Stream<Wrong> people() {
        return Stream.of(
                stillGood("lets a removed group's version live on", Set.of("removeWorkGroup")),
                stillGood("lets a changed group's version live on", Set.of("putWorkGroup")),
                stillGood("lets a link's version live on", Set.of("setLinked")),
                stillGood("lets a permission's version live on", Set.of("setPermitted")),
                Wrong.answering(
                        "adds to a group in place of replacing it",
                        DirectoryContract.class,
                        Set.of("putWorkGroup"),
                        (right, arguments, call) -> {
                            WorkGroup group = (WorkGroup) arguments[1];
                            Set<PractitionerId> members = new HashSet<>(group.members());
                            Stream.of("dr-rossi", "dr-bianchi", "dr-verdi")
                                    .map(PractitionerId::of)
                                    .filter(one -> group.members().stream()
                                            .anyMatch(other -> right.practices()
                                                    .facts((ClinicId) arguments[0], one, other)
                                                    .sharesWorkGroup()))
                                    .forEach(members::add);
                            return call.with(arguments[0], new WorkGroup(group.id(), members), arguments[2]);
                        }),
                Wrong.answering(
                        "never unlinks",
                        DirectoryContract.class,
                        Set.of("setLinked"),
                        (right, arguments, call) ->
                                call.with(arguments[0], arguments[1], arguments[2], true, arguments[4])),
                Wrong.remembering(
                        "leaks profiles across clinics", ClinicIsolationContract.class, WrongLists::leakingProfiles),
                Wrong.remembering(
                        "leaks groups across clinics", ClinicIsolationContract.class, WrongLists::leakingGroups),
                Wrong.remembering(
                        "finds conversations of other clinics",
                        ClinicIsolationContract.class,
                        WrongLists::leakingConversations));
    }

    private static Stream<Wrong> audit() {
        return Stream.of(
                refusal(
                        "counts refusals by the hour",
                        record -> at(record, record.time().truncatedTo(ChronoUnit.HOURS))),
                refusal(
                        "counts without the owner",
                        record -> by(record, Authorship.of(record.actor().author()))),
                refusal(
                        "counts without the conversation",
                        record -> new AuditRecord(
                                record.clinic(),
                                record.action(),
                                record.actor(),
                                record.refusal(),
                                Optional.empty(),
                                record.time(),
                                record.count())),
                Wrong.remembering("forgets every tenth refusal", AuditStoreContract.class, () -> {
                    var calls = new AtomicInteger();
                    return (right, method, arguments, call) ->
                            method.equals("refused") && calls.incrementAndGet() % 10 == 0 ? null : call.with(arguments);
                }),
                Wrong.answering(
                        "gives the audit newest first",
                        AuditStoreContract.class,
                        Set.of("entries"),
                        (right, arguments, call) -> {
                            List<Object> entries = new ArrayList<>((List<?>) call.with(arguments));
                            Collections.reverse(entries);
                            return entries;
                        }),
                Wrong.answering(
                        "skips an entry between parts",
                        AuditStoreContract.class,
                        Set.of("entries"),
                        (right, arguments, call) -> (long) arguments[1] > 0 && (long) arguments[1] < 1_000
                                ? call.with(arguments[0], (long) arguments[1] + 1, arguments[2])
                                : call.with(arguments)),
                Wrong.remembering(
                        "counts refusals of all clinics together",
                        ClinicIsolationContract.class,
                        WrongLists::countingAllClinics));
    }

    private static BentStorage.Bend leakingProfiles() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("putPatient")) {
                synchronized (clinics) {
                    clinics.add((ClinicId) arguments[0]);
                    clinics.forEach(clinic -> right.directory()
                            .putPatient(clinic, (PatientProfile) arguments[1], (AuditRecord) arguments[2]));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static BentStorage.Bend leakingGroups() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("putWorkGroup")) {
                synchronized (clinics) {
                    clinics.add((ClinicId) arguments[0]);
                    clinics.forEach(clinic -> call.with(clinic, arguments[1], arguments[2]));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static BentStorage.Bend leakingConversations() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            synchronized (clinics) {
                if (method.equals("add")) {
                    clinics.add((ClinicId) arguments[0]);
                }
                return method.equals("find")
                        ? clinics.stream()
                                .map(clinic -> (Optional<?>) call.with(clinic, arguments[1]))
                                .flatMap(Optional::stream)
                                .findFirst()
                        : call.with(arguments);
            }
        };
    }

    private static BentStorage.Bend countingAllClinics() {
        Set<ClinicId> clinics = new HashSet<>();
        return (right, method, arguments, call) -> {
            if (method.equals("refused")) {
                AuditRecord refusal = (AuditRecord) arguments[0];
                synchronized (clinics) {
                    clinics.add(refusal.clinic());
                    clinics.forEach(clinic -> call.with(in(refusal, clinic)));
                }
                return null;
            }
            return call.with(arguments);
        };
    }

    private static AuditRecord in(AuditRecord record, ClinicId clinic) {
        return new AuditRecord(
                clinic,
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation(),
                record.time(),
                record.count());
    }

    private static AuditRecord at(AuditRecord record, Instant time) {
        return new AuditRecord(
                record.clinic(),
                record.action(),
                record.actor(),
                record.refusal(),
                record.conversation(),
                time,
                record.count());
    }

    private static AuditRecord by(AuditRecord record, Authorship actor) {
        return new AuditRecord(
                record.clinic(),
                record.action(),
                actor,
                record.refusal(),
                record.conversation(),
                record.time(),
                record.count());
    }

    private static Practice at(Practice practice, long version) {
        return new Practice(
                practice.practitioner(), version, practice.service(), practice.autoReply(), practice.substitutes());
    }

    /** After these changes what was decided before is still taken. */
    private static Wrong stillGood(String name, Set<String> changes) {
        return Wrong.remembering(name, RevocationContract.class, () -> {
            Map<Long, Long> aliases = new HashMap<>();
            return (right, method, arguments, call) -> {
                synchronized (aliases) {
                    if (changes.contains(method)) {
                        ClinicId clinic = (ClinicId) arguments[0];
                        PractitionerId owner = PractitionerId.of("dr-rossi");
                        long before = Wrong.version(right, clinic, owner);
                        call.with(arguments);
                        aliases.put(before, Wrong.version(right, clinic, owner));
                        return null;
                    }
                    Object[] changed = arguments.clone();
                    if (method.equals("commit")) {
                        changed[0] = ((List<?>) arguments[0])
                                .stream()
                                        .map(commit -> on((CareCommit) commit, aliases))
                                        .toList();
                    } else if (arguments.length > 0 && arguments[0] instanceof Access access) {
                        long version = aliases.getOrDefault(access.practiceVersion(), access.practiceVersion());
                        changed[0] = new Access(access.key(), version, access.reader(), access.audit());
                    }
                    return call.with(changed);
                }
            };
        });
    }

    private static CareCommit on(CareCommit commit, Map<Long, Long> aliases) {
        return new CareCommit(
                commit.key(),
                aliases.getOrDefault(commit.practiceVersion(), commit.practiceVersion()),
                commit.revision(),
                commit.changes(),
                commit.audit());
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

    private static Wrong refusal(String name, UnaryOperator<AuditRecord> record) {
        return Wrong.argument(
                name,
                AuditStoreContract.class,
                Set.of("refused"),
                AuditRecord.class,
                (right, one) -> record.apply(one));
    }
}
