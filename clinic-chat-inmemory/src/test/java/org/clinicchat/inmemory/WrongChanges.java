package org.clinicchat.inmemory;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.Change;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.port.CareCommit;
import org.clinicchat.testkit.contract.CommitContract;
import org.clinicchat.testkit.contract.StoredChangesContract;
import org.clinicchat.testkit.contract.VerbatimContract;

/** What can go wrong with what a change stores. */
final class WrongChanges {

    private WrongChanges() {}

    static Stream<Wrong> all() {
        return Stream.of(texts(), messages(), others()).flatMap(Function.identity());
    }

    private static Stream<Wrong> texts() {
        return Stream.of(
                text("trims texts", VerbatimContract.class, String::strip),
                text(
                        "normalises texts",
                        VerbatimContract.class,
                        text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
                text(
                        "loses astral characters",
                        VerbatimContract.class,
                        text -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
                text("makes line breaks its own", VerbatimContract.class, text -> text.replace("\r\n", "\n")));
    }

    private static Stream<Wrong> messages() {
        return Stream.of(
                message(
                        "keeps times to the millisecond",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time().truncatedTo(ChronoUnit.MILLIS),
                                message.authorship(),
                                message.kind(),
                                message.text(),
                                message.attachments(),
                                message.retraction())),
                message(
                        "forgets for whom somebody writes",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time(),
                                Authorship.of(message.authorship().author()),
                                message.kind(),
                                message.text(),
                                message.attachments(),
                                message.retraction())),
                message(
                        "sorts and merges files",
                        StoredChangesContract.class,
                        message -> new Message(
                                message.id(),
                                message.conversation(),
                                message.seq(),
                                message.time(),
                                message.authorship(),
                                message.kind(),
                                message.text(),
                                message.attachments().stream().distinct().toList(),
                                message.retraction())));
    }

    private static Stream<Wrong> others() {
        return Stream.of(
                changed(
                        "drops what a sender had seen",
                        change -> change instanceof Change.SeenUpTo ? List.of() : List.of(change)),
                Wrong.commits(
                        "forgets the reason of a disabling",
                        StoredChangesContract.class,
                        (right, commit) -> WrongReceipts.with(
                                commit,
                                change -> change instanceof Change.AvailabilityChanged switched
                                        ? new Change.AvailabilityChanged(
                                                switched.revision(), withoutReason(switched.state()))
                                        : change)),
                Wrong.commits(
                        "drops the audit of commits",
                        CommitContract.class,
                        (right, commit) -> new CareCommit(
                                commit.key(),
                                commit.practiceVersion(),
                                commit.revision(),
                                commit.changes(),
                                List.of())));
    }

    private static Wrong changed(String name, Function<Change, List<Change>> change) {
        return Wrong.commits(
                name,
                StoredChangesContract.class,
                (right, commit) -> new CareCommit(
                        commit.key(),
                        commit.practiceVersion(),
                        commit.revision(),
                        commit.changes().stream()
                                .flatMap(each -> change.apply(each).stream())
                                .toList(),
                        commit.audit()));
    }

    private static Wrong text(String name, Class<?> caughtBy, UnaryOperator<String> text) {
        return message(
                name,
                caughtBy,
                message -> new Message(
                        message.id(),
                        message.conversation(),
                        message.seq(),
                        message.time(),
                        message.authorship(),
                        message.kind(),
                        text.apply(message.text()),
                        message.attachments(),
                        message.retraction()));
    }

    private static Wrong message(String name, Class<?> caughtBy, UnaryOperator<Message> message) {
        return Wrong.commits(
                name,
                caughtBy,
                (right, commit) -> WrongReceipts.with(
                        commit,
                        change -> change instanceof Change.MessageAppended appended
                                ? new Change.MessageAppended(
                                        appended.revision(),
                                        message.apply(appended.message()),
                                        appended.tally(),
                                        appended.clientId())
                                : change));
    }

    private static AvailabilityState withoutReason(AvailabilityState state) {
        return new AvailabilityState(state.availability(), state.since(), state.by(), Optional.empty());
    }
}
