package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.toAnna;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationPage;
import org.clinicchat.conversation.ReadReceipts;
import org.clinicchat.conversation.ReadTicket;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;

/** Read state (READ), rule by rule. */
public abstract class ReadStateProperties extends CareProperties {

    /** For those that extend it. */
    protected ReadStateProperties() {}

    /** A substitute's reading is not the owner's; who never read has cursor 0; a second device finds the first one's. */
    @Example
    @Tag("READ-1")
    public void readStateIsThePersons() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            assertThat(cursor(scene.rossiWithAnna())).isZero();
            scene.rossiWithAnna().open().orThrow();
            assertThat(unread(scene.verdiWithAnnaForRossi())).isEqualTo(1);
            assertThat(unread(scene.rossi().conversationWith(CareScene.ANNA))).isZero();
        }
    }

    /** However reads are repeated and reordered, the cursor is the highest of them; one beyond the head is refused. */
    @Property(tries = 40)
    @Tag("READ-2")
    public void theCursorOnlyMovesUp(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 9) Integer> reads) {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 6);
            int highest = 0;
            for (int read : reads) {
                boolean marked =
                        scene.rossiWithAnna().markRead(MessageSeq.of(read)).isAccepted();
                assertThat(marked).isEqualTo(read <= 6);
                highest = marked ? Math.max(highest, read) : highest;
                assertThat(cursor(scene.rossiWithAnna())).isEqualTo(highest);
                assertThat(unread(scene.rossiWithAnna())).isEqualTo(6 - highest);
            }
        }
    }

    /** Not mine, not my side's, not retracted, no notices; below the cursor or above, retracted once or twice. */
    @Example
    @Tag("READ-3")
    public void unreadIsWhatTheOtherSideWroteAboveTheCursor() {
        try (CareScene scene = scene()) {
            var first = scene.annaWithRossi().send(toAnna("1")).orThrow();
            scene.rossiWithAnna().open().orThrow();
            var third = scene.annaWithRossi().send(toAnna("2")).orThrow();
            scene.annaWithRossi().send(toAnna("3")).orThrow();
            scene.verdiWithAnnaForRossi().send(toAnna("colleague")).orThrow();
            scene.host().notice(ROSSI, toAnna("notice")).orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(2);
            assertThat(unread(scene.annaWithRossi())).isEqualTo(1);
            scene.annaWithRossi().retract(first.message()).orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(2);
            scene.annaWithRossi().retract(third.message()).orThrow();
            scene.annaWithRossi().retract(third.message()).orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(unread(scene.verdiWithAnnaForRossi())).isEqualTo(1);
            scene.rossiWithAnna().open().orThrow();
            assertThat(unread(scene.rossiWithAnna())).isZero();
        }
    }

    /** The flag is the person's; cursor and count stay; it shows as unread without a number. */
    @Example
    @Tag("READ-4")
    public void markedAsUnreadIsAFlag() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 2);
            scene.rossiWithAnna().open().orThrow();
            scene.rossiWithAnna().markUnread().orThrow();
            var row = scene.rossi()
                    .inbox(InboxQuery.all().unread())
                    .orThrow()
                    .rows()
                    .get(0);
            assertThat(row.isUnread()).isTrue();
            assertThat(row.unread()).isZero();
            assertThat(cursor(scene.rossiWithAnna())).isEqualTo(2);
            assertThat(scene.rossi().totals().orThrow().unreadConversations()).isEqualTo(1);
            assertThat(isMarked(scene.annaWithRossi())).isFalse();
            assertThat(isMarked(scene.verdiWithAnnaForRossi())).isFalse();
        }
    }

    /** Not a new message, not a look, not another person, not the view that was open: only opening clears the flag. */
    @Example
    @Tag("READ-5")
    public void onlyTheNextOpeningClearsTheFlag() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 1);
            ReadTicket before = ticket(scene.rossiWithAnna());
            scene.rossiWithAnna().markUnread().orThrow();
            send(scene.annaWithRossi(), 1);
            scene.verdiWithAnnaForRossi().open().orThrow();
            scene.annaWithRossi().open().orThrow();
            scene.rossiWithAnna().markRead(before, MessageSeq.of(2)).orThrow();
            scene.rossiWithAnna().markRead(MessageSeq.of(2)).orThrow();
            assertThat(isMarked(scene.rossiWithAnna())).isTrue();
            assertThat(unread(scene.rossiWithAnna())).isZero();
            scene.rossiWithAnna().open().orThrow();
            assertThat(isMarked(scene.rossiWithAnna())).isFalse();
        }
    }

    /** A ticket is good for one person in one conversation; a forged one is refused and marks nothing. */
    @Example
    @Tag("READ-5")
    @Tag("SAFE-6")
    public void aForeignTicketIsRefused() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 1);
            ReadTicket annas = ticket(scene.annaWithRossi());
            ReadTicket verdis = ticket(scene.verdiWithAnnaForRossi());
            ReadTicket brunos = ticket(scene.rossiWithBruno());
            for (ReadTicket ticket :
                    List.of(annas, verdis, brunos, ReadTicket.of(""), ReadTicket.of("0."), ReadTicket.of("x.y"))) {
                assertThat(refusal(scene.rossiWithAnna().markRead(ticket, MessageSeq.of(1))))
                        .isEqualTo(RefusalCode.FOREIGN_TICKET);
            }
            assertThat(cursor(scene.rossiWithAnna())).isZero();
        }
    }

    /** A forged ticket begins no conversation. */
    @Example
    @Tag("READ-5")
    @Tag("SAFE-6")
    public void aForgedTicketBeginsNothing() {
        try (CareScene scene = scene()) {
            assertThat(refusal(scene.annaWithRossi().markRead(ReadTicket.of("0.x"), MessageSeq.ZERO)))
                    .isEqualTo(RefusalCode.FOREIGN_TICKET);
            assertThat(scene.anna().conversations().orThrow().rows()).isEmpty();
        }
    }

    /** Opening begins at the first unread message and marks read what it gave, page by page, and nothing beyond. */
    @Property(tries = 40)
    @Tag("READ-6")
    public void openingMarksReadWhatItGives(
            @ForAll @IntRange(min = 0, max = 9) int read,
            @ForAll @IntRange(min = 1, max = 9) int unread,
            @ForAll @IntRange(min = 1, max = 4) int limit) {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), read + unread);
            scene.rossiWithAnna().markRead(MessageSeq.of(read)).orThrow();
            for (int first = read + 1; first <= read + unread; first += limit) {
                ConversationPage looked = scene.rossiWithAnna().peek(limit).orThrow();
                ConversationPage page = scene.rossiWithAnna().open(limit).orThrow();
                int last = Math.min(first + limit - 1, read + unread);
                assertThat(page.messages()).isEqualTo(looked.messages());
                assertThat(page.firstUnread()).contains(MessageSeq.of(first));
                assertThat(page.messages().get(0).seq()).isEqualTo(MessageSeq.of(first));
                assertThat(page.status().readUpTo()).isEqualTo(MessageSeq.of(last));
                assertThat(page.status().unread()).isEqualTo(read + unread - last);
                assertThat(page.hasLater()).isEqualTo(last < read + unread);
            }
        }
    }

    /** A page without messages knows as well what lies before and after it. */
    @Example
    @Tag("READ-6")
    public void anEmptyPageKnowsWhatLiesAroundIt() {
        try (CareScene scene = scene()) {
            assertThat(around(scene.rossiWithAnna().latest(5))).containsExactly(false, false);
            assertThat(around(scene.rossiWithAnna().after(MessageSeq.of(9), 5))).containsExactly(false, false);
            send(scene.annaWithRossi(), 3);
            assertThat(around(scene.rossiWithAnna().after(MessageSeq.of(3), 5))).containsExactly(true, false);
            assertThat(around(scene.rossiWithAnna().after(MessageSeq.of(9), 5))).containsExactly(true, false);
            assertThat(around(scene.rossiWithAnna().before(MessageSeq.of(1), 5)))
                    .containsExactly(false, true);
            assertThat(around(scene.rossiWithAnna().before(MessageSeq.ZERO, 5))).containsExactly(false, true);
            assertThat(around(scene.rossiWithAnna().before(MessageSeq.of(3), 1)))
                    .containsExactly(true, true);
        }
    }

    private static List<Boolean> around(Outcome<ConversationPage> page) {
        return List.of(page.orThrow().hasEarlier(), page.orThrow().hasLater());
    }

    /** Where nothing is new, the last ones are given, and one's own messages are passed over. */
    @Example
    @Tag("READ-6")
    public void withNothingUnreadTheLastMessagesAreGiven() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 3);
            ConversationPage page = scene.annaWithRossi().open(2).orThrow();
            assertThat(places(page.messages())).containsExactly(2L, 3L);
            assertThat(page.hasEarlier()).isTrue();
            assertThat(page.firstUnread()).isEmpty();
            assertThat(page.status().readUpTo()).isEqualTo(MessageSeq.of(3));
        }
    }

    /** Sending reads nothing but what the sender says that he saw. */
    @Example
    @Tag("READ-7")
    public void sendingMarksNothingUnseenAsRead() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 3);
            scene.rossiWithAnna().send(toAnna("blind")).orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(3);
            scene.rossiWithAnna()
                    .send(toAnna("seen").seenUpTo(MessageSeq.of(2)))
                    .orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(cursor(scene.rossiWithAnna())).isEqualTo(2);
            assertThat(unread(scene.annaWithRossi())).isEqualTo(2);
        }
    }

    /** A place beyond the last message is another conversation's: nothing is sent, marked or begun on it. */
    @Example
    @Tag("READ-7")
    @Tag("SAFE-6")
    public void aPlaceBeyondTheHeadIsRefused() {
        try (CareScene scene = scene()) {
            assertThat(refusal(scene.rossiWithAnna().markRead(MessageSeq.of(1))))
                    .isEqualTo(RefusalCode.BEYOND_HEAD);
            assertThat(scene.rossi().inbox(InboxQuery.all()).orThrow().rows()).isEmpty();
            send(scene.annaWithRossi(), 3);
            ReadTicket ticket = ticket(scene.rossiWithAnna());
            send(scene.annaWithRossi(), 1);
            for (MessageSeq beyond : List.of(MessageSeq.of(5), MessageSeq.of(Long.MAX_VALUE))) {
                assertThat(List.of(
                                refusal(scene.rossiWithAnna().markRead(beyond)),
                                refusal(scene.rossiWithAnna().markRead(ticket, beyond)),
                                refusal(scene.rossiWithAnna()
                                        .send(toAnna("mixed up").seenUpTo(beyond))),
                                refusal(scene.rossiWithAnna()
                                        .send(toAnna("mixed up").expectingHead(beyond)))))
                        .containsOnly(RefusalCode.BEYOND_HEAD);
            }
            assertThat(cursor(scene.rossiWithAnna())).isEqualTo(3);
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(messages(scene.rossiWithAnna())).hasSize(4);
        }
    }

    /** The wait begins with the first unanswered message and ends with a human's answer, read or not. */
    @Example
    @Tag("READ-8")
    public void awaitingReplyIsApartFromReading() {
        try (CareScene scene = scene()) {
            scene.rossi().settings().activateAutoReply("tomorrow").orThrow();
            Instant since = scene.clock.instant();
            scene.annaWithRossi().send(toAnna("help")).orThrow();
            scene.clock.move(Duration.ofMinutes(3));
            var question = scene.annaWithRossi().send(toAnna("please")).orThrow();
            scene.rossiWithAnna().open().orThrow();
            scene.host().notice(ROSSI, toAnna("notice")).orThrow();
            assertThat(awaiting(scene)).contains(since);
            var answer = scene.rossiWithAnna().send(toAnna("here I am")).orThrow();
            assertThat(awaiting(scene)).isEmpty();
            scene.rossiWithAnna().retract(answer.message()).orThrow();
            assertThat(awaiting(scene)).contains(since);
            scene.annaWithRossi()
                    .retract(messages(scene.annaWithRossi()).get(0).id())
                    .orThrow();
            assertThat(awaiting(scene)).contains(question.time());
        }
    }

    /** How far the other side has read: hidden, unless the host shows it. */
    @Example
    @Tag("READ-9")
    public void receiptsAreHiddenByDefault() {
        try (CareScene scene = scene()) {
            send(scene.annaWithRossi(), 2);
            scene.rossiWithAnna().open().orThrow();
            assertThat(scene.annaWithRossi().open().orThrow().status().readByOtherSide())
                    .isEmpty();
        }
        try (CareScene scene = scene(CareSettings.defaults().with(ReadReceipts.SHOWN))) {
            send(scene.annaWithRossi(), 3);
            scene.rossiWithAnna().markRead(MessageSeq.of(1)).orThrow();
            assertThat(readAcross(scene.annaWithRossi())).contains(MessageSeq.of(1));
            scene.verdiWithAnnaForRossi().markRead(MessageSeq.of(2)).orThrow();
            assertThat(readAcross(scene.annaWithRossi())).contains(MessageSeq.of(2));
            assertThat(readAcross(scene.rossiWithAnna())).contains(MessageSeq.ZERO);
        }
    }

    private static Optional<MessageSeq> readAcross(Conversation conversation) {
        return conversation.peek(1).orThrow().status().readByOtherSide();
    }

    private static Optional<Instant> awaiting(CareScene scene) {
        return scene.rossi().inbox(InboxQuery.all()).orThrow().rows().get(0).awaitingReplySince();
    }

    private static ReadTicket ticket(Conversation conversation) {
        return conversation.open().orThrow().ticket().orElseThrow();
    }

    private static void send(Conversation conversation, int times) {
        for (int i = 0; i < times; i++) {
            conversation.send(toAnna("message")).orThrow();
        }
    }
}
