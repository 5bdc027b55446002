package org.clinicchat.inmemory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.Message;
import org.clinicchat.port.InboxScan;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.clinicchat.testkit.contract.InboxPagingContract;
import org.clinicchat.testkit.contract.PracticeStoreContract;
import org.clinicchat.testkit.contract.TimesContract;

/** What can go wrong with times. */
final class WrongTimes {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private WrongTimes() {}

    static Stream<Wrong> all() {
        return Stream.of(
                WrongReads.slices(
                        "keeps messages by a wall clock",
                        TimesContract.class,
                        slice -> WrongReads.with(
                                slice,
                                slice.messages().stream()
                                        .map(message -> at(message, wallClock(message.time())))
                                        .toList())),
                Wrong.argument(
                        "keeps the audit by a wall clock",
                        TimesContract.class,
                        Set.of("refused", "putPatient"),
                        AuditRecord.class,
                        (right, record) -> at(record, wallClock(record.time()))),
                period("keeps periods to the microsecond", time -> time.truncatedTo(ChronoUnit.MICROS)),
                period("keeps periods within the years of a calendar", WrongTimes::withinTheCalendar),
                Wrong.argument(
                        "counts a position in nanoseconds",
                        InboxPagingContract.class,
                        Set.of("page"),
                        InboxScan.class,
                        (right, scan) -> new InboxScan(
                                scan.filters(), scan.search(), scan.after().map(WrongTimes::inNanos), scan.limit())));
    }

    private static Instant wallClock(Instant time) {
        return LocalDateTime.ofInstant(time, ROME).atZone(ROME).toInstant();
    }

    private static Instant withinTheCalendar(Instant time) {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
    }

    private static ListPosition inNanos(ListPosition place) {
        long seconds = place.lastTime().getEpochSecond();
        Instant inNanos = place.lastTime().minusSeconds(seconds).plusNanos(seconds * 1_000_000_000L);
        return new ListPosition(inNanos, place.id());
    }

    private static Message at(Message message, Instant time) {
        return new Message(
                message.id(),
                message.conversation(),
                message.seq(),
                time,
                message.authorship(),
                message.kind(),
                message.text(),
                message.attachments(),
                message.retraction());
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

    /** How a time of a period is kept. */
    private interface Keeping {
        Instant of(Instant time);
    }

    private static Wrong period(String name, Keeping keeping) {
        return Wrong.argument(
                name,
                PracticeStoreContract.class,
                Set.of("replace"),
                Practice.class,
                (right, practice) -> new Practice(
                        practice.practitioner(),
                        practice.version(),
                        practice.service(),
                        practice.autoReply(),
                        kept(practice.substitutes(), keeping)));
    }

    private static SubstituteAccess kept(SubstituteAccess access, Keeping keeping) {
        Optional<Instant> from = access.from().map(keeping::of);
        return new SubstituteAccess(access.visible(), from, access.until().map(keeping::of));
    }
}
