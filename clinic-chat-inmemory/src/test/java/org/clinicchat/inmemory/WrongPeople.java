package org.clinicchat.inmemory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareCommit;
import org.clinicchat.service.Practice;
import org.clinicchat.testkit.contract.DirectoryContract;
import org.clinicchat.testkit.contract.PracticeStoreContract;
import org.clinicchat.testkit.contract.RevocationContract;

/** What can go wrong with practices and people. */
final class WrongPeople {

    private WrongPeople() {}

    static Stream<Wrong> all() {
        return Stream.of(practices(), versions(), puts()).flatMap(Function.identity());
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

    private static Stream<Wrong> versions() {
        return Stream.of(
                stillGood("lets a removed group's version live on", Set.of("removeWorkGroup")),
                stillGood("lets a changed group's version live on", Set.of("putWorkGroup")),
                stillGood("lets a link's version live on", Set.of("setLinked")),
                stillGood("lets a permission's version live on", Set.of("setPermitted")));
    }

    private static Stream<Wrong> puts() {
        return Stream.of(
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
                        "records puts of what is so already",
                        DirectoryContract.class,
                        Set.of("putPatient", "putWorkGroup", "setLinked", "setPermitted"),
                        (right, arguments, call) -> {
                            AuditRecord record = (AuditRecord) arguments[arguments.length - 1];
                            call.with(arguments);
                            boolean recorded = right.audit().entries(record.clinic(), 0, 1_000).stream()
                                    .anyMatch(entry -> entry.record().equals(record));
                            if (!recorded) {
                                right.audit().refused(record);
                            }
                            return null;
                        }),
                Wrong.answering(
                        "never unlinks",
                        DirectoryContract.class,
                        Set.of("setLinked"),
                        (right, arguments, call) ->
                                call.with(arguments[0], arguments[1], arguments[2], true, arguments[4])));
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
}
