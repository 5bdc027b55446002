package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clinicchat.jdbc.ClinicRows.Head;
import org.clinicchat.jdbc.ClinicRows.Said;
import org.clinicchat.jdbc.ClinicRows.Switch;
import org.clinicchat.jdbc.ClinicRows.Taken;

/**
 * Counts a clinic's rows again from its log alone, and tells where what stands there does not follow: gaps, doubles, replies
 * too many, and whatever in a conversation's row is not what its messages, retractions and switchings say.
 */
final class Recount {

    private final List<String> violations = new ArrayList<>();

    private Recount() {}

    /** What is wrong; empty if nothing is. */
    static List<String> of(ClinicRows rows) {
        Recount recount = new Recount();
        recount.wholeClinic(rows);
        Map<String, List<Said>> messages = by(rows.messages(), Said::conversation);
        Map<String, List<Taken>> retractions = by(rows.retractions(), Taken::conversation);
        Map<String, List<Switch>> switchings = by(rows.switchings(), Switch::conversation);
        Map<String, List<String>> deliveries = by(rows.deliveries(), Function.identity());
        for (Head head : rows.heads()) {
            recount.conversation(
                    head,
                    new Log(
                            messages.getOrDefault(head.id(), List.of()),
                            retractions.getOrDefault(head.id(), List.of()),
                            switchings.getOrDefault(head.id(), List.of()),
                            deliveries.getOrDefault(head.id(), List.of()).size()));
        }
        return recount.violations;
    }

    private static <T> Map<String, List<T>> by(Collection<T> all, Function<T, String> conversation) {
        return all.stream().collect(Collectors.groupingBy(conversation));
    }

    private void wholeClinic(ClinicRows rows) {
        Set<String> conversations = rows.heads().stream().map(Head::id).collect(Collectors.toSet());
        rows.messages().stream()
                .filter(message -> !conversations.contains(message.conversation()))
                .forEach(message -> tell("no conversation has message", message.id()));
        Stream<String> texts = rows.messages().stream().filter(Said::isHuman).map(Said::text);
        twice(texts).forEach(text -> tell("twice", text));
        rows.messages().stream()
                .filter(message -> message.isHuman() == message.clientId().isEmpty())
                .forEach(message -> tell("sent without an id of its own", message.id()));
        same("the audit's numbers", "clinic", upTo(rows.lastAuditNumber()), sorted(rows.auditNumbers()));
    }

    private static Set<String> twice(Stream<String> all) {
        Set<String> seen = new HashSet<>();
        return all.filter(one -> !seen.add(one)).collect(Collectors.toSet());
    }

    /** What belongs to one conversation. */
    private record Log(List<Said> messages, List<Taken> retractions, List<Switch> switchings, int deliveries) {

        Log {
            messages = messages.stream()
                    .sorted(Comparator.comparingLong(Said::seq))
                    .toList();
        }

        List<Long> revisions() {
            Stream<Long> others = Stream.concat(
                    retractions.stream().map(Taken::revision),
                    switchings.stream().map(Switch::revision));
            return sorted(
                    Stream.concat(messages.stream().map(Said::revision), others).toList());
        }

        boolean stands(Said message) {
            return retractions.stream().noneMatch(taken -> taken.seq() == message.seq());
        }

        /** How many of one side are read up to a place, or retracted. */
        long settled(boolean byPatient, long readUpTo) {
            return messages.stream()
                    .filter(message -> message.isByPatient() == byPatient)
                    .filter(message -> message.seq() <= readUpTo || !stands(message))
                    .count();
        }

        Optional<String> preview() {
            return messages.stream()
                    .filter(message -> !message.isAutomatic() && stands(message))
                    .reduce((older, newer) -> newer)
                    .map(Said::text);
        }

        Optional<Long> awaitingSince() {
            long answered = messages.stream()
                    .filter(message -> message.isHuman() && !message.isByPatient() && stands(message))
                    .mapToLong(Said::seq)
                    .max()
                    .orElse(0);
            return messages.stream()
                    .filter(message -> message.isByPatient() && message.seq() > answered && stands(message))
                    .findFirst()
                    .map(Said::time);
        }

        boolean disabled() {
            return switchings.stream()
                    .max(Comparator.comparingLong(Switch::revision))
                    .map(Switch::disabled)
                    .orElse(false);
        }
    }

    private void conversation(Head head, Log log) {
        List<Said> messages = log.messages();
        String name = head.id();
        same(
                "sequence",
                name,
                upTo(head.lastSeq()),
                messages.stream().map(Said::seq).toList());
        same("revisions", name, upTo(head.revision()), log.revisions());
        long lastTime = messages.isEmpty()
                ? head.lastTime()
                : messages.get(messages.size() - 1).time();
        same("last time", name, head.lastTime(), lastTime);
        same("place in the list", name, head.newestFirst(), -lastTime);
        same("disabled", name, head.disabled(), log.disabled());
        same("preview", name, head.preview(), log.preview());
        same("waiting since", name, head.awaitingSince(), log.awaitingSince());
        same("settled for the owner", name, head.ownerSettled(), log.settled(true, head.ownerReadUpTo()));
        same("settled for the patient", name, head.patientSettled(), log.settled(false, head.patientReadUpTo()));
        counts(head, messages);
        replies(name, log);
    }

    private void counts(Head head, List<Said> messages) {
        long practice = 0;
        long patient = 0;
        long time = Long.MIN_VALUE;
        for (Said message : messages) {
            patient += message.isByPatient() ? 1 : 0;
            practice += message.isByPatient() ? 0 : 1;
            same("practice's messages up to", message.id(), message.practiceCount(), practice);
            same("patient's messages up to", message.id(), message.patientCount(), patient);
            if (message.time() < time) {
                tell("older than the one before it", message.id());
            }
            time = message.time();
        }
        same("practice's messages", head.id(), head.practiceCount(), practice);
        same("patient's messages", head.id(), head.patientCount(), patient);
    }

    /** AUTO-1 to AUTO-3, under ONCE_PER_TEXT and without resets. */
    private void replies(String name, Log log) {
        List<Said> messages = log.messages();
        Stream<String> texts = messages.stream().filter(Said::isAutomatic).map(Said::text);
        twice(texts).forEach(text -> tell("replied twice in " + name, text));
        long replies = messages.stream().filter(Said::isAutomatic).count();
        same("replies in the ledger", name, (long) log.deliveries(), replies);
        for (int i = 0; i < messages.size(); i++) {
            boolean answers = i > 0
                    && messages.get(i - 1).isHuman()
                    && messages.get(i - 1).isByPatient();
            if (messages.get(i).isAutomatic() && !answers) {
                tell("a reply to nothing", messages.get(i).id());
            }
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> sorted(List<Long> numbers) {
        return numbers.stream().sorted().toList();
    }

    private void same(String what, String where, Object stands, Object counted) {
        if (!Objects.equals(stands, counted)) {
            tell(what + " of " + where, "stands " + stands + ", counted " + counted);
        }
    }

    private void tell(String what, String which) {
        violations.add(what + ": " + which);
    }
}
