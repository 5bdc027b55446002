package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.conversation.AvailabilityState;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ConversationEvent;
import org.clinicchat.conversation.DisableScope;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.PersonRef;

/** Switching the chat off for one patient (DIS), rule by rule. */
public abstract class DisablingProperties extends CareProperties {

    /** For those that extend it. */
    protected DisablingProperties() {}

    /** Neither another patient nor another practitioner is concerned, and a substitute cannot do it. */
    @Example
    @Tag("DIS-1")
    @Tag("SUB-2")
    public void itConcernsOnePairAndIsTheOwners() {
        try (CareScene scene = scene()) {
            scene.verdi().settings().activateService().orThrow();
            scene.annaWithRossi().open().orThrow();
            assertThat(refusal(scene.verdiWithAnnaForRossi().disable())).isEqualTo(RefusalCode.NOT_FOR_SUBSTITUTES);
            scene.annaWithRossi().send(toAnna("still on")).orThrow();
            scene.rossiWithAnna().disable().orThrow();
            assertThat(refusal(scene.verdiWithAnnaForRossi().enable())).isEqualTo(RefusalCode.NOT_FOR_SUBSTITUTES);
            assertThat(refusal(scene.annaWithRossi().send(toAnna("off")))).isEqualTo(RefusalCode.CHAT_DISABLED);
            scene.brunoWithRossi().send(toBruno("on")).orThrow();
            scene.anna().conversationWith(VERDI).send(toAnna("on")).orThrow();
        }
    }

    /** Nobody sends, substitutes neither; under the switch the practice still may. */
    @Example
    @Tag("DIS-2")
    public void whileDisabledNobodySends() {
        try (CareScene scene = scene()) {
            Instant since = scene.clock.instant();
            scene.rossiWithAnna().disable().orThrow();
            scene.clock.move(Duration.ofHours(1));
            assertThat(scene.annaWithRossi()
                            .send(toAnna("no"))
                            .whyNot()
                            .orElseThrow()
                            .detail())
                    .contains(new RefusalDetail.Since(since));
            assertThat(refusal(scene.rossiWithAnna().send(toAnna("no")))).isEqualTo(RefusalCode.CHAT_DISABLED);
            assertThat(refusal(scene.verdiWithAnnaForRossi().send(toAnna("no"))))
                    .isEqualTo(RefusalCode.CHAT_DISABLED);
            scene.host().notice(ROSSI, toAnna("closed in August")).orThrow();
        }
        try (CareScene scene = scene(CareSettings.defaults().with(DisableScope.PATIENT_ONLY))) {
            scene.rossiWithAnna().disable().orThrow();
            assertThat(refusal(scene.annaWithRossi().send(toAnna("no")))).isEqualTo(RefusalCode.CHAT_DISABLED);
            scene.rossiWithAnna().send(toAnna("yes")).orThrow();
            scene.verdiWithAnnaForRossi().send(toAnna("yes")).orThrow();
        }
    }

    /** History, marks and lists go on; the patient is told before typing, and never why or by whom. */
    @Example
    @Tag("DIS-3")
    public void whileDisabledReadingGoesOn() {
        try (CareScene scene = scene()) {
            scene.rossiWithAnna().send(toAnna("before")).orThrow();
            scene.rossiWithAnna().disable("holiday").orThrow();
            var page = scene.annaWithRossi().open().orThrow();
            assertThat(texts(page.messages())).containsExactly("before");
            assertThat(page.status().availability().isDisabled()).isTrue();
            assertThat(page.status().availability().reason()).isEmpty();
            assertThat(page.status().availability().by()).isEmpty();
            assertThat(refusal(scene.annaWithRossi().canSend())).isEqualTo(RefusalCode.CHAT_DISABLED);
            assertThat(page.status().readUpTo()).isEqualTo(MessageSeq.of(1));
            scene.annaWithRossi().markUnread().orThrow();
            assertThat(isMarked(scene.annaWithRossi())).isTrue();
            assertThat(scene.rossi()
                            .inbox(InboxQuery.all())
                            .orThrow()
                            .rows()
                            .get(0)
                            .availability()
                            .isDisabled())
                    .isTrue();
            ConversationEvent told = scene.annaWithRossi()
                    .resume(Revision.of(1))
                    .orThrow()
                    .events()
                    .get(0);
            assertThat(((ConversationEvent.Switched) told).state().reason()).isEmpty();
        }
    }

    /** Refused is refused: nothing stored, no reply, nothing unread, and one record without content. */
    @Example
    @Tag("DIS-4")
    public void aRefusedAttemptHasNoEffect() {
        try (CareScene scene = scene()) {
            scene.rossi().settings().activateAutoReply("tomorrow").orThrow();
            scene.rossiWithAnna().disable().orThrow();
            List<AuditEntry> before = scene.host().audit(0, 1000);
            for (int i = 0; i < 3; i++) {
                assertThat(refusal(scene.annaWithRossi().send(toAnna("let me in"))))
                        .isEqualTo(RefusalCode.CHAT_DISABLED);
            }
            List<AuditEntry> after = scene.host().audit(before.size(), 1000);
            assertThat(after).hasSize(1);
            assertThat(after.get(0).record().action()).isEqualTo(AuditAction.REFUSED);
            assertThat(after.get(0).record().rule()).isEqualTo("DIS-2");
            assertThat(after.get(0).record().count()).isEqualTo(3);
            assertThat(scene.rossi().totals().orThrow()).isEqualTo(new InboxTotals(0, 0));
            scene.rossiWithAnna().enable().orThrow();
            assertThat(messages(scene.annaWithRossi())).isEmpty();
        }
    }

    /** Twice is once, with the first record; cursors, marks and the ledger of replies stay as they were. */
    @Example
    @Tag("DIS-5")
    public void disablingAndEnablingAreIdempotent() {
        try (CareScene scene = scene()) {
            scene.rossi().settings().activateAutoReply("tomorrow").orThrow();
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            scene.rossiWithAnna().markUnread().orThrow();
            AvailabilityState first = scene.rossiWithAnna().disable("holiday").orThrow();
            assertThat(first.by()).contains(PersonRef.of(ROSSI));
            assertThat(first.since()).isEqualTo(scene.clock.instant());
            assertThat(first.reason()).contains("holiday");
            scene.clock.move(Duration.ofHours(1));
            assertThat(scene.rossiWithAnna().disable("another").orThrow()).isEqualTo(first);
            AvailabilityState on = scene.rossiWithAnna().enable("back again").orThrow();
            scene.clock.move(Duration.ofHours(1));
            AvailabilityState again = scene.rossiWithAnna().enable("another").orThrow();
            assertThat(again).isEqualTo(on);
            assertThat(on.reason()).contains("back again");
            assertThat(on.since()).isEqualTo(first.since().plus(Duration.ofHours(1)));
            assertThat(scene.host().audit(0, 1000).stream()
                            .map(entry -> entry.record().action())
                            .filter(action ->
                                    action == AuditAction.CHAT_DISABLED || action == AuditAction.CHAT_ENABLED))
                    .containsExactly(AuditAction.CHAT_DISABLED, AuditAction.CHAT_ENABLED);
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(isMarked(scene.rossiWithAnna())).isTrue();
            scene.annaWithRossi().send(toAnna("two")).orThrow();
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly("one", "tomorrow", "two");
        }
    }

    /** The reason is a text like any other, a long one or a broken one changes nothing. */
    @Example
    @Tag("DIS-5")
    @Tag("SAFE-6")
    public void aBadReasonIsRefused() {
        try (CareScene scene = scene()) {
            assertThat(refusal(scene.rossiWithAnna().disable("x".repeat(501)))).isEqualTo(RefusalCode.TEXT_TOO_LONG);
            assertThat(refusal(scene.rossiWithAnna().disable("\u0007"))).isEqualTo(RefusalCode.CONTROL_CHARACTER);
            assertThat(refusal(scene.rossiWithAnna().disable("\uD83D"))).isEqualTo(RefusalCode.TEXT_NOT_UNICODE);
            scene.annaWithRossi().send(Draft.of(ANNA, "still on")).orThrow();
            scene.rossiWithAnna().disable("x".repeat(500)).orThrow();
        }
    }
}
