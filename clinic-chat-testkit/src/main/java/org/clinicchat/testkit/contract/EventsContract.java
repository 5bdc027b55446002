package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.OWNER;
import static org.clinicchat.testkit.contract.Scene.PATIENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.conversation.Availability;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.port.EventSlice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened after a revision: every event, in order, once, without a gap (LIVE-1). */
public interface EventsContract extends StorageUnderTest {

    /** Messages, retractions and switchings, read from any revision and in pages of any size. */
    @Test
    @Tag("LIVE-1")
    default void eventsComeInOrderAndWithoutAGap() {
        Chat chat = eventful();
        List<ConversationEvent> all = chat.shownEvents();
        for (int limit : new int[] {1, 2, 3, 500}) {
            List<ConversationEvent> read = new ArrayList<>();
            while (read.size() < all.size()) {
                EventSlice slice = events(chat, read.size(), limit);
                assertThat(slice.events()).hasSize(Math.min(limit, all.size() - read.size()));
                assertThat(slice.revision()).isEqualTo(all.size());
                slice.events().forEach(event -> read.add(event.shown()));
            }
            assertThat(read).isEqualTo(all);
        }
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).revision().value()).isEqualTo(i + 1);
        }
    }

    /** At the last revision, and beyond it, there is nothing. */
    @Test
    @Tag("LIVE-1")
    default void afterTheLastRevisionThereIsNothing() {
        Chat chat = eventful();
        long last = chat.head().revision();
        for (long after : new long[] {last, last + 1, Long.MAX_VALUE}) {
            assertThat(events(chat, after, 10)).isEqualTo(new EventSlice(List.of(), last));
        }
        assertThat(events(chat, last - 1, 10).events()).hasSize(1);
        assertThat(events(chat, 0, Integer.MAX_VALUE).events()).hasSize((int) last);
    }

    /** A conversation in which nothing has happened has no event; its beginning is none. */
    @Test
    @Tag("LIVE-1")
    default void aBeginningIsNoEvent() {
        Chat chat = Scene.in(storage()).chat().begun();
        assertThat(events(chat, 0, 10)).isEqualTo(new EventSlice(List.of(), 0));
        chat.patientSays("Buongiorno");
        assertThat(events(chat, 0, 10).events()).hasSize(1);
    }

    /** A message that was retracted since arrives as retracted; the retraction is told again in its own place. */
    @Test
    @Tag("LIVE-1")
    @Tag("CARE-6")
    default void aRetractedMessageArrivesAsRetracted() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Errore");
        chat.patientSays("Giusto");
        chat.step().retract(chat.messages().get(0), scene.patient()).store();

        List<ConversationEvent> events = events(chat, 0, 10).events();

        assertThat(events).hasSize(3);
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        ConversationEvent.Arrived.class,
                        arrived -> assertThat(arrived.message().isRetracted()).isTrue());
        assertThat(events.stream().map(ConversationEvent::shown).toList()).isEqualTo(chat.shownEvents());
    }

    /** A switching is told with who, when and why it was, also after the next one. */
    @Test
    @Tag("LIVE-1")
    @Tag("DIS-5")
    default void eachSwitchingIsToldAsItWas() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.of("Primo motivo"))
                .store();
        chat.step()
                .switchTo(Availability.ENABLED, scene.owner(), Optional.empty())
                .store();
        chat.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.of("Secondo motivo"))
                .store();
        assertThat(events(chat, 0, 10).events()).isEqualTo(chat.shownEvents()).hasSize(3);
    }

    /** Reading events marks nothing. */
    @Test
    @Tag("LIVE-1")
    default void readingEventsMarksNothing() {
        Chat chat = eventful();
        chat.markUnread(OWNER);
        assertThat(events(chat, 0, 100).events()).isNotEmpty();
        chat.assertStored();
        assertThat(chat.readAll(OWNER).after().markedUnread()).isTrue();
    }

    private Chat eventful() {
        Scene scene = Scene.in(storage());
        Chat chat = scene.chat();
        chat.patientSays("Uno");
        chat.step().message(scene.owner(), "Due").message(scene.owner(), "Tre").store();
        chat.step().retract(chat.messages().get(0), scene.patient()).store();
        chat.step()
                .switchTo(Availability.DISABLED, scene.owner(), Optional.of("Motivo"))
                .store();
        chat.says(scene.host(), "Avviso");
        chat.step()
                .switchTo(Availability.ENABLED, scene.owner(), Optional.empty())
                .store();
        chat.says(scene.substitute(), "Quattro");
        chat.step().retract(chat.messages().get(3), scene.owner()).store();
        return chat;
    }

    private static EventSlice events(Chat chat, long after, int limit) {
        return Answers.current(chat.scene.conversations().eventsAfter(chat.access(PATIENT), after, limit));
    }
}
