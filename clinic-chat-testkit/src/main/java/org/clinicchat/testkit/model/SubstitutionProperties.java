package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.BRUNO;
import static org.clinicchat.testkit.model.CareScene.GROUP;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Authorship;
import org.clinicchat.message.Message;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.substitution.SubstituteReading;

/** Substitutes (SUB), rule by rule. */
public abstract class SubstitutionProperties extends CareProperties {

    /** For those that extend it. */
    protected SubstitutionProperties() {}

    /** Visible, in one group, in substitute mode, in the period: with any of the four missing there is nothing. */
    @Property(tries = 32)
    @Tag("SUB-1")
    public void allFourAreAsked(
            @ForAll boolean visible, @ForAll boolean group, @ForAll boolean mode, @ForAll @IntRange(max = 3) int hour) {
        try (CareScene scene = scene()) {
            scene.rossiWithAnna().send(toAnna("hello")).orThrow();
            Instant start = scene.clock.instant();
            scene.rossi()
                    .settings()
                    .showToSubstitutes(start.plusSeconds(3600), start.plusSeconds(7200))
                    .orThrow();
            if (!visible) {
                scene.rossi().settings().hideFromSubstitutes().orThrow();
            }
            if (!group) {
                scene.host().putWorkGroup(WorkGroup.of(GROUP, VERDI));
            }
            scene.clock.move(Duration.ofHours(hour));
            boolean allowed = visible && group && mode && hour == 1;
            var id = scene.rossiWithAnna().open().orThrow().status().id();
            var there = mode ? scene.verdiForRossi() : scene.verdi();
            assertThat(there.conversation(id).canView().isAccepted()).isEqualTo(allowed);
            assertThat(there.conversation(id).open().isAccepted()).isEqualTo(allowed);
            assertThat(there.conversation(id).send(toAnna("I may")).isAccepted())
                    .isEqualTo(allowed);
            assertThat(scene.verdiForRossi().inbox(InboxQuery.all()).isAccepted())
                    .isEqualTo(visible && group && hour == 1);
        }
    }

    /** The period is half open, to the microsecond; either end may be missing; it must have a moment in it. */
    @Example
    @Tag("SUB-1")
    public void thePeriodIsHalfOpen() {
        try (CareScene scene = scene()) {
            Instant noon = scene.clock.instant().plusSeconds(4 * 3600);
            var settings = scene.rossi().settings();
            assertThat(refusal(settings.showToSubstitutes(noon, noon))).isEqualTo(RefusalCode.PERIOD_EMPTY);
            settings.showToSubstitutes(noon, noon.plusSeconds(1)).orThrow();
            assertThat(allowedAt(scene, noon.minusNanos(1000))).isFalse();
            assertThat(allowedAt(scene, noon)).isTrue();
            assertThat(allowedAt(scene, noon.plusMillis(999))).isTrue();
            assertThat(allowedAt(scene, noon.plusSeconds(1))).isFalse();
            settings.showToSubstitutes(Optional.of(noon), Optional.empty()).orThrow();
            assertThat(allowedAt(scene, noon.plusSeconds(99))).isTrue();
            settings.showToSubstitutes(Optional.empty(), Optional.of(noon)).orThrow();
            assertThat(allowedAt(scene, noon.minusSeconds(99))).isTrue();
            assertThat(allowedAt(scene, noon)).isFalse();
        }
    }

    /** He begins no conversation, and nobody stands in for him in it: Rossi's colleague is not Verdi's. */
    @Example
    @Tag("SUB-2")
    public void itGrantsExistingConversationsAndIsNotTransitive() {
        try (CareScene scene = scene()) {
            assertThat(refusal(scene.verdiWithAnnaForRossi().open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.verdiWithAnnaForRossi().send(toAnna("first"))))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(scene.rossi().inbox(InboxQuery.all()).orThrow().rows()).isEmpty();
            scene.annaWithRossi().open().orThrow();
            scene.verdiWithAnnaForRossi().send(toAnna("now")).orThrow();
            scene.verdi().settings().showToSubstitutes().orThrow();
            scene.host().putWorkGroup(WorkGroup.of(Cast.SECOND_FLOOR, VERDI, Cast.GALLO));
            var gallo = scene.clinic.practitioner(Cast.GALLO);
            assertThat(gallo.substituteFor(VERDI).totals().isAccepted()).isTrue();
            assertThat(refusal(scene.rossi().substituteFor(ROSSI).totals())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(gallo.substituteFor(ROSSI).totals())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(gallo.substituteFor(ROSSI).conversationWith(ANNA).open()))
                    .isEqualTo(RefusalCode.NOT_FOUND);
        }
    }

    /** Author and owner stand in the message, in the row, in the event and on the tombstone. */
    @Example
    @Tag("SUB-3")
    public void bothNamesAreKeptEverywhere() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().open().orThrow();
            var receipt =
                    scene.verdiWithAnnaForRossi().send(toAnna("I stand in")).orThrow();
            Authorship both = new Authorship(PersonRef.of(VERDI), Optional.of(PersonRef.of(ROSSI)));
            Message seen = messages(scene.annaWithRossi()).get(0);
            assertThat(seen.authorship()).isEqualTo(both);
            assertThat(scene.anna()
                            .conversations()
                            .orThrow()
                            .rows()
                            .get(0)
                            .preview()
                            .orElseThrow()
                            .authorship())
                    .isEqualTo(both);
            ConversationEvent event = scene.annaWithRossi()
                    .resume(Revision.ZERO)
                    .orThrow()
                    .events()
                    .get(0);
            assertThat(((ConversationEvent.Arrived) event).message().authorship())
                    .isEqualTo(both);
            Message tombstone =
                    scene.verdiWithAnnaForRossi().retract(receipt.message()).orThrow();
            assertThat(tombstone.retraction().orElseThrow().by()).isEqualTo(both);
            assertThat(tombstone.authorship()).isEqualTo(both);
        }
    }

    /** The owner's read state stays; a substitute's answer ends the wait; under the switch reading is shared. */
    @Example
    @Tag("SUB-4")
    public void aSubstitutesReadingIsHisOwn() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("help")).orThrow();
            scene.verdiWithAnnaForRossi().open().orThrow();
            scene.verdiWithAnnaForRossi().markUnread().orThrow();
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(isMarked(scene.rossiWithAnna())).isFalse();
            scene.verdiWithAnnaForRossi().send(toAnna("answer")).orThrow();
            var row = scene.rossi().inbox(InboxQuery.all()).orThrow().rows().get(0);
            assertThat(row.awaitingReplySince()).isEmpty();
            assertThat(row.unread()).isEqualTo(1);
        }
        try (CareScene scene = scene(CareSettings.defaults().with(SubstituteReading.SHARED))) {
            scene.annaWithRossi().send(toAnna("help")).orThrow();
            scene.verdiWithAnnaForRossi().open().orThrow();
            scene.verdiWithAnnaForRossi().markUnread().orThrow();
            assertThat(unread(scene.rossiWithAnna())).isZero();
            assertThat(isMarked(scene.rossiWithAnna())).isTrue();
        }
    }

    /** Hidden, out of the group or out of the period: on every path nothing is left, not his own messages either. */
    @Property(tries = 3)
    @Tag("SUB-5")
    public void revocationActsAtOnceOnEveryPath(@ForAll @IntRange(max = 2) int how) {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().open().orThrow();
            var mine = scene.verdiWithAnnaForRossi().send(toAnna("mine")).orThrow();
            switch (how) {
                case 0 -> scene.rossi().settings().hideFromSubstitutes().orThrow();
                case 1 -> scene.host().removeWorkGroup(GROUP);
                default -> {
                    Instant now = scene.clock.instant();
                    scene.rossi()
                            .settings()
                            .showToSubstitutes(now, now.plusSeconds(1))
                            .orThrow();
                    scene.clock.move(Duration.ofSeconds(1));
                }
            }
            var there = scene.verdiWithAnnaForRossi();
            for (var answer : List.of(
                    there.open(),
                    there.peek(1),
                    there.resume(Revision.ZERO),
                    there.send(toAnna("again")),
                    there.retract(mine.message()),
                    there.markUnread(),
                    there.disable(),
                    there.canView(),
                    there.canSend(),
                    scene.verdiForRossi().inbox(InboxQuery.all()),
                    scene.verdiForRossi().totals(),
                    scene.verdiForRossi().subscribe((key, event) -> {}))) {
                assertThat(refusal(answer)).isEqualTo(RefusalCode.NOT_FOUND);
            }
            assertThat(messages(scene.rossiWithAnna()).get(0).authorship().author())
                    .isEqualTo(PersonRef.of(VERDI));
        }
    }

    /** As owner and as substitute, nobody sees the conversation in which he is the patient; as patient he does. */
    @Example
    @Tag("SUB-6")
    public void nobodyIsHisOwnDoctor() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("private")).orThrow();
            scene.brunoWithRossi().send(toBruno("other")).orThrow();
            scene.host().linkPerson(VERDI, ANNA);
            assertThat(refusal(scene.verdiWithAnnaForRossi().open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(scene.verdiForRossi().totals().orThrow().unreadMessages())
                    .isEqualTo(1);
            assertThat(scene.verdiForRossi().inbox(InboxQuery.all()).orThrow().rows())
                    .extracting(row -> row.patient().id())
                    .containsExactly(BRUNO);
            assertThat(messages(scene.annaWithRossi())).hasSize(1);
            assertThat(messages(scene.rossiWithAnna())).hasSize(1);
            scene.host().linkPerson(ROSSI, BRUNO);
            assertThat(refusal(scene.rossiWithBruno().open())).isEqualTo(RefusalCode.NOT_FOUND);
            scene.host().unlinkPerson(VERDI, ANNA);
            assertThat(messages(scene.verdiWithAnnaForRossi())).hasSize(1);
        }
    }

    /** The patient sees whether colleagues may read, as it is now. */
    @Example
    @Tag("SUB-7")
    public void thePatientIsToldThatColleaguesMayRead() {
        try (CareScene scene = scene()) {
            Instant now = scene.clock.instant();
            scene.rossi().settings().showToSubstitutes(now, now.plusSeconds(60)).orThrow();
            assertThat(scene.annaWithRossi().open().orThrow().status().colleaguesMayRead())
                    .isTrue();
            assertThat(scene.anna().conversations().orThrow().rows().get(0).colleaguesMayRead())
                    .isTrue();
            scene.clock.move(Duration.ofSeconds(60));
            assertThat(scene.annaWithRossi().open().orThrow().status().colleaguesMayRead())
                    .isFalse();
            assertThat(scene.anna().conversations().orThrow().rows().get(0).colleaguesMayRead())
                    .isFalse();
        }
    }

    private static boolean allowedAt(CareScene scene, Instant moment) {
        scene.clock.set(moment);
        return scene.verdiForRossi().totals().isAccepted();
    }

    /** What the host did to a work group is recorded with the group, so that a removal can be told from another's. */
    @Example
    @Tag("SAFE-3")
    public void theAuditNamesTheWorkGroup() {
        try (CareScene scene = scene()) {
            scene.host().removeWorkGroup(CareScene.GROUP);
            assertThat(scene.host().audit(0, 1000).stream()
                            .map(entry -> entry.record())
                            .filter(record -> record.group().isPresent())
                            .map(record -> record.action()))
                    .containsExactly(AuditAction.WORK_GROUP_PUT, AuditAction.WORK_GROUP_REMOVED);
        }
    }
}
