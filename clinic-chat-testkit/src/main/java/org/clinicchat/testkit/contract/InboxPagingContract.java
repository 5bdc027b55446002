package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.MONDAY;
import static org.clinicchat.testkit.contract.Scene.OWNER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clinicchat.inbox.InboxQuery.Filter;
import org.clinicchat.inbox.InboxRow;
import org.clinicchat.inbox.ListPosition;
import org.clinicchat.message.ConversationId;
import org.clinicchat.port.ListSlice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages follow one another by position: rows that do not move are neither skipped nor repeated (INBOX-5). */
public interface InboxPagingContract extends StorageUnderTest {

    /** Pages of any size give the whole list; the last one says that it is. */
    @Test
    @Tag("INBOX-5")
    default void pagesOfAnySizeGiveTheWholeList() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 9);
        for (int limit = 1; limit <= 10; limit++) {
            assertThat(inbox.walk(limit)).isEqualTo(inbox.expected(OWNER, chat -> true));
        }
        assertThat(inbox.page(inbox.access(), Inbox.scan(Optional.empty(), Integer.MAX_VALUE))
                        .rows())
                .hasSize(9);
    }

    /** A page says where it ended if rows follow, and only then. */
    @Test
    @Tag("INBOX-5")
    default void aPageTellsWhetherRowsFollow() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        List<InboxRow> all = inbox.expected(OWNER, chat -> true);
        ListSlice<InboxRow> two = inbox.page(inbox.access(), Inbox.scan(Optional.empty(), 2));
        assertThat(two.rows()).isEqualTo(all.subList(0, 2));
        assertThat(two.last()).contains(Inbox.position(inbox.chats.get(1)));
        ListSlice<InboxRow> three = inbox.page(inbox.access(), Inbox.scan(Optional.empty(), 3));
        assertThat(three.rows()).isEqualTo(all);
        assertThat(three.last()).isEmpty();
        inbox.chats.get(2).open(OWNER, 1);
        ListSlice<InboxRow> unread = inbox.page(inbox.access(), Inbox.scan(Optional.empty(), 2, Filter.UNREAD));
        assertThat(unread.rows()).hasSize(2);
        assertThat(unread.last()).isEmpty();
    }

    /** A position need not be a row's: what comes after it comes. */
    @Test
    @Tag("INBOX-5")
    default void aPositionNeedNotBeARows() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 4);
        List<InboxRow> all = inbox.expected(OWNER, chat -> true);
        ListPosition second = Inbox.position(inbox.chats.get(2));
        ListPosition afterSecond = new ListPosition(
                second.lastTime(), ConversationId.of(second.id().value() + "0"));
        ListPosition beforeSecond = new ListPosition(second.lastTime(), ConversationId.of("-".repeat(16)));
        ListPosition top = new ListPosition(second.lastTime().plusSeconds(999_999), second.id());
        ListPosition bottom = new ListPosition(MONDAY.minusSeconds(999_999), second.id());
        assertThat(rowsAfter(inbox, second)).isEqualTo(all.subList(2, 4));
        assertThat(rowsAfter(inbox, afterSecond)).isEqualTo(all.subList(2, 4));
        assertThat(rowsAfter(inbox, beforeSecond)).isEqualTo(all.subList(1, 4));
        assertThat(rowsAfter(inbox, top)).isEqualTo(all);
        assertThat(rowsAfter(inbox, bottom)).isEmpty();
    }

    /** A forged position may be as far off as its microseconds go: above all, or below all. */
    @Test
    @Tag("INBOX-5")
    @Tag("SAFE-6")
    default void aPositionMayBeFarOff() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 3);
        List<InboxRow> all = inbox.expected(OWNER, chat -> true);
        Chat chat = inbox.chats.get(0);
        for (long micros : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            ListPosition forged = new ListPosition(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), chat.id);
            assertThat(rowsAfter(inbox, forged)).isEqualTo(micros > 0 ? all : List.of());
            assertThat(inbox.scene
                            .storage
                            .inboxes()
                            .patientPage(inbox.scene.clinic, chat.key.patient(), false, Optional.of(forged), 10)
                            .rows())
                    .hasSize(micros > 0 ? 1 : 0);
        }
    }

    /** Rows that move up between two pages disturb no other row. */
    @Test
    @Tag("INBOX-5")
    default void movedRowsDisturbNoOther() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 12);
        Set<ConversationId> moved = new HashSet<>();
        List<ConversationId> walked = new ArrayList<>();
        Optional<ListPosition> after = Optional.empty();
        int page = 0;
        do {
            ListSlice<InboxRow> slice = inbox.page(inbox.access(), Inbox.scan(after, 3));
            walked.addAll(Inbox.ids(slice));
            after = slice.last();
            if (after.isPresent()) {
                Chat ahead = inbox.chats.get(page);
                Chat behind = inbox.chats.get(11 - page);
                ahead.patientSays("Nuovo messaggio");
                behind.patientSays("Nuovo messaggio");
                moved.add(ahead.id);
                moved.add(behind.id);
                inbox.add("new-" + page).patientSays("Buongiorno");
            }
            page++;
        } while (after.isPresent() && page < 20);

        assertThat(walked).doesNotHaveDuplicates();
        List<ConversationId> unmoved = inbox.chats.subList(0, 12).stream()
                .sorted(Inbox.NEWEST_FIRST)
                .map(chat -> chat.id)
                .filter(id -> !moved.contains(id))
                .toList();
        assertThat(walked.stream().filter(id -> !moved.contains(id)).toList()).isEqualTo(unmoved);
        assertThat(unmoved).isNotEmpty();
    }

    /** The same while another thread writes: rows that nobody touches are given once each. */
    @Test
    @Tag("INBOX-5")
    default void writersAtOnceDisturbNoOtherRow() {
        Inbox inbox = Inbox.of(Scene.in(storage()), 12);
        List<Chat> busy = inbox.chats.stream()
                .filter(chat -> inbox.chats.indexOf(chat) % 2 == 0)
                .toList();
        List<ConversationId> quiet = inbox.chats.stream()
                .filter(chat -> !busy.contains(chat))
                .sorted(Inbox.NEWEST_FIRST)
                .map(chat -> chat.id)
                .toList();

        List<List<ConversationId>> walks = Race.of(3, thread -> {
            if (thread == 0) {
                for (int i = 0; i < 30; i++) {
                    busy.get(i % busy.size()).patientSays("Messaggio " + i);
                }
                return quiet;
            }
            return inbox.walk(2).stream()
                    .map(InboxRow::conversation)
                    .filter(quiet::contains)
                    .toList();
        });

        assertThat(walks).allSatisfy(walk -> assertThat(walk).isEqualTo(quiet));
        inbox.assertListed(OWNER);
    }

    private static List<InboxRow> rowsAfter(Inbox inbox, ListPosition position) {
        return inbox.page(inbox.access(), Inbox.scan(Optional.of(position), 100))
                .rows();
    }
}
