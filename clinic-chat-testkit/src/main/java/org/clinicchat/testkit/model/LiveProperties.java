package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.MissedEvents;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.WorkGroup;

/** Live delivery and resuming (LIVE), rule by rule; delivered in the caller's thread, so that nothing need be waited for. */
public abstract class LiveProperties extends CareProperties {

    private static final long SECONDS_TO_ARRIVE = 10;

    /** For those that extend it. */
    protected LiveProperties() {}

    /** Each subscriber is told every event of what he may see, in order; patients without person and reason. */
    @Property(tries = 40)
    @Tag("LIVE-1")
    public void subscribersAreToldEverythingInOrder(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> deeds) {
        try (CareScene scene = live()) {
            List<ConversationEvent> anna = new ArrayList<>();
            List<ConversationEvent> rossi = new ArrayList<>();
            List<ConversationEvent> verdi = new ArrayList<>();
            scene.rossiWithAnna().open().orThrow();
            scene.anna().subscribe((key, event) -> anna.add(event)).orThrow();
            scene.rossi().subscribe((key, event) -> rossi.add(event)).orThrow();
            scene.verdiForRossi().subscribe((key, event) -> verdi.add(event)).orThrow();
            deeds.forEach(deed -> happen(scene, deed));
            assertThat(revisions(anna)).isEqualTo(revisions(all(scene.annaWithRossi())));
            assertThat(revisions(rossi)).isEqualTo(revisions(anna));
            assertThat(revisions(verdi)).isEqualTo(revisions(anna));
            assertThat(anna).noneMatch(LiveProperties::tellsWhy);
        }
    }

    /** Resumed page by page, or from anywhere, it is exactly what was missed. */
    @Property(tries = 40)
    @Tag("LIVE-1")
    public void resumingGivesExactlyWhatWasMissed(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> deeds,
            @ForAll @IntRange(min = 0, max = 12) int place,
            @ForAll @IntRange(min = 1, max = 4) int limit) {
        try (CareScene scene = live()) {
            deeds.forEach(deed -> happen(scene, deed));
            List<ConversationEvent> whole = all(scene.rossiWithAnna());
            assertThat(revisions(whole)).isEqualTo(upTo(whole.size()));
            int from = Math.min(place, whole.size());
            List<ConversationEvent> missed = new ArrayList<>();
            MissedEvents page =
                    scene.rossiWithAnna().resume(Revision.of(from), limit).orThrow();
            missed.addAll(page.events());
            while (page.hasMore()) {
                page = scene.rossiWithAnna().resume(page.upTo(), limit).orThrow();
                missed.addAll(page.events());
            }
            assertThat(missed).isEqualTo(whole.subList(from, whole.size()));
        }
    }

    /** A revision that this conversation has not reached is another one's: whoever resumes there would miss what comes. */
    @Example
    @Tag("LIVE-1")
    @Tag("SAFE-6")
    public void resumingBeyondTheHeadIsRefused() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            scene.rossiWithAnna().disable().orThrow();
            assertThat(scene.rossiWithAnna().resume(Revision.of(2)).orThrow().events())
                    .isEmpty();
            for (Revision beyond : List.of(Revision.of(3), Revision.of(Long.MAX_VALUE))) {
                assertThat(refusal(scene.rossiWithAnna().resume(beyond))).isEqualTo(RefusalCode.FOREIGN_CURSOR);
            }
            assertThat(refusal(scene.rossiWithBruno().resume(Revision.of(1)))).isEqualTo(RefusalCode.FOREIGN_CURSOR);
            assertThat(scene.rossi().inbox(InboxQuery.all()).orThrow().rows()).hasSize(1);
        }
    }

    /** Nobody is told of chats that are not his: not another patient's, not another practitioner's, not another clinic's. */
    @Example
    @Tag("LIVE-1")
    @Tag("SAFE-1")
    public void nobodyIsToldOfOthersChats() {
        try (CareScene scene = live()) {
            List<ConversationEvent> told = new ArrayList<>();
            scene.clinic
                    .patient(CareScene.BRUNO)
                    .subscribe((key, event) -> told.add(event))
                    .orThrow();
            scene.verdi().subscribe((key, event) -> told.add(event)).orThrow();
            scene.annaWithRossi().send(toAnna("not for you")).orThrow();
            assertThat(told).isEmpty();
            scene.brunoWithRossi().send(toBruno("for you")).orThrow();
            assertThat(told).hasSize(1);
            assertThat(refusal(scene.clinic.patient(Cast.UNKNOWN_PATIENT).subscribe((key, event) -> {})))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.clinic.practitioner(Cast.NERI).subscribe((key, event) -> {})))
                    .isEqualTo(RefusalCode.NOT_FOUND);
        }
    }

    /** What happens at one node is told at another by the composition's own signals and threads, without any sweep. */
    @Property(tries = 10)
    @Tag("LIVE-1")
    @Tag("LIVE-3")
    public void newsReachesTheOtherNodeWithoutASweep(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> deeds) throws InterruptedException {
        try (CareScene scene = scene();
                ClinicChat node = scene.node(builder -> builder)) {
            BlockingQueue<ConversationEvent> told = new LinkedBlockingQueue<>();
            scene.rossiWithAnna().open().orThrow();
            ClinicChat there = scene.isOfManyNodes() ? node : scene.chat;
            there.clinic(scene.id())
                    .practitioner(ROSSI)
                    .subscribe((key, event) -> told.add(event))
                    .orThrow();
            deeds.forEach(deed -> happen(scene, deed));
            for (ConversationEvent expected : all(scene.rossiWithAnna())) {
                ConversationEvent event = told.poll(SECONDS_TO_ARRIVE, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.revision()).isEqualTo(expected.revision());
            }
        }
    }

    /** Whatever signals are lost between two nodes, the sweep tells the rest, in order. */
    @Property(tries = 30)
    @Tag("LIVE-2")
    public void aLostSignalDelaysAndNeverLoses(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 5) Integer> deeds, @ForAll int lost) {
        AtomicInteger signals = new AtomicInteger();
        LossyTransport transport = new LossyTransport(signal -> (lost >> signals.getAndIncrement() % 31 & 1) == 0);
        try (CareScene scene = scene(CareSettings.defaults(), builder -> builder.transport(transport));
                ClinicChat node =
                        scene.node(builder -> builder.transport(transport).deliverOn(Runnable::run))) {
            List<ConversationEvent> told = new ArrayList<>();
            scene.rossiWithAnna().open().orThrow();
            node.clinic(scene.id())
                    .practitioner(ROSSI)
                    .subscribe((key, event) -> told.add(event))
                    .orThrow();
            deeds.forEach(deed -> happen(scene, deed));
            node.sweep();
            assertThat(revisions(told)).isEqualTo(revisions(all(scene.rossiWithAnna())));
        }
    }

    /** An event on which the listener failed is told again. */
    @Example
    @Tag("LIVE-1")
    @Tag("LIVE-2")
    public void whatAListenerDidNotTakeIsToldAgain() {
        try (CareScene scene = live()) {
            List<ConversationEvent> told = new ArrayList<>();
            AtomicBoolean gone = new AtomicBoolean(true);
            scene.rossi()
                    .subscribe((key, event) -> {
                        if (gone.get()) {
                            throw new IllegalStateException("the page is gone");
                        }
                        told.add(event);
                    })
                    .orThrow();
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            assertThat(told).isEmpty();
            gone.set(false);
            scene.chat.sweep();
            assertThat(revisions(told)).containsExactly(1L);
            scene.annaWithRossi().send(toAnna("two")).orThrow();
            assertThat(revisions(told)).containsExactly(1L, 2L);
        }
    }

    /** Revoked, a substitute is told nothing more, also by a sweep; and after the end of a subscription nobody is. */
    @Example
    @Tag("SUB-5")
    public void whoMayNoLongerSeeIsToldNothingMore() {
        try (CareScene scene = live()) {
            List<ConversationEvent> told = new ArrayList<>();
            scene.rossiWithAnna().open().orThrow();
            var end = scene.verdiForRossi()
                    .subscribe((key, event) -> told.add(event))
                    .orThrow();
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            scene.host().putWorkGroup(WorkGroup.of(CareScene.GROUP, ROSSI));
            scene.annaWithRossi().send(toAnna("two")).orThrow();
            scene.chat.sweep();
            assertThat(told).hasSize(1);
            scene.host().putWorkGroup(WorkGroup.of(CareScene.GROUP, ROSSI, CareScene.VERDI));
            end.close();
            scene.annaWithRossi().send(toAnna("three")).orThrow();
            scene.chat.sweep();
            assertThat(told).hasSize(1);
        }
    }

    /** Also when more is due already: a substitute who was slow to take one event is not told the next. */
    @Example
    @Tag("SUB-5")
    public void whatWasDueBeforeTheRevocationIsNotToldAfterIt() {
        List<Runnable> deliveries = new ArrayList<>();
        try (CareScene scene = scene(CareSettings.defaults(), builder -> builder.deliverOn(deliveries::add))) {
            List<ConversationEvent> told = new ArrayList<>();
            scene.rossiWithAnna().open().orThrow();
            scene.verdiForRossi()
                    .subscribe((key, event) -> {
                        told.add(event);
                        scene.host().putWorkGroup(WorkGroup.of(CareScene.GROUP, ROSSI));
                    })
                    .orThrow();
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            scene.annaWithRossi().send(toAnna("two")).orThrow();
            for (int i = 0; i < deliveries.size(); i++) {
                deliveries.get(i).run();
            }
            assertThat(revisions(told)).containsExactly(1L);
        }
    }

    private CareScene live() {
        return scene(CareSettings.defaults(), builder -> builder.deliverOn(Runnable::run));
    }

    private static void happen(CareScene scene, int deed) {
        scene.clock.move(Duration.ofSeconds(1));
        switch (deed) {
            case 0 -> scene.rossiWithAnna().disable("holiday").orThrow();
            case 1 -> scene.rossiWithAnna().enable().orThrow();
            case 2 ->
                messages(scene.rossiWithAnna()).stream()
                        .limit(1)
                        .forEach(first ->
                                scene.rossiWithAnna().retract(first.id()).orThrow());
            case 3 -> scene.host().notice(ROSSI, toAnna("notice")).orThrow();
            default -> scene.annaWithRossi().send(toAnna("hello")).toOptional();
        }
    }

    private static List<ConversationEvent> all(Conversation conversation) {
        return conversation.resume(Revision.ZERO, 500).orThrow().events();
    }

    private static boolean tellsWhy(ConversationEvent event) {
        return event instanceof ConversationEvent.Switched switched
                && (switched.state().reason().isPresent()
                        || switched.state().by().isPresent());
    }

    private static List<Long> revisions(List<ConversationEvent> events) {
        return events.stream().map(event -> event.revision().value()).toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
