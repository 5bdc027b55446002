package org.clinicchat.inmemory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.message.Authorship;
import org.clinicchat.testkit.contract.AuditStoreContract;

/** What can go wrong with the audit. */
final class WrongAudit {

    private WrongAudit() {}

    static Stream<Wrong> all() {
        return Stream.of(counts(), entries()).flatMap(Function.identity());
    }

    private static Stream<Wrong> counts() {
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
                }));
    }

    private static Stream<Wrong> entries() {
        return Stream.of(
                Wrong.answering(
                        "forgets whom a record is about",
                        AuditStoreContract.class,
                        Set.of("replace"),
                        (right, arguments, call) -> call.with(
                                arguments[0],
                                arguments[1],
                                ((List<?>) arguments[2])
                                        .stream()
                                                .map(record -> ((AuditRecord) record).about(List.of()))
                                                .toList())),
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
                                : call.with(arguments)));
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

    private static Wrong refusal(String name, UnaryOperator<AuditRecord> record) {
        return Wrong.argument(
                name,
                AuditStoreContract.class,
                Set.of("refused"),
                AuditRecord.class,
                (right, one) -> record.apply(one));
    }
}
