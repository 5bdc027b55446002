package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.clinicchat.audit.AuditAction;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;

/** Access, audit and what nobody finds in a log (SAFE), rule by rule. */
public abstract class SecrecyProperties extends CareProperties {

    /** For those that extend it. */
    protected SecrecyProperties() {}

    /**
     * What has been logged since the program began: the proof of SAFE-5 looks through it, and expects the warnings there that
     * it causes.
     *
     * @return the lines, each with the messages of what was thrown
     */
    protected abstract List<String> logged();

    /** A stranger's call on what exists, and on what does not, is answered alike, and recorded alike. */
    @Example
    @Tag("SAFE-1")
    public void theUnseenIsAsTheAbsent() {
        try (CareScene scene = scene()) {
            var id = scene.annaWithRossi().open().orThrow().status().id();
            var bruno = scene.clinic.patient(CareScene.BRUNO);
            assertThat(refusal(bruno.conversation(id).open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.verdi().conversation(id).open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(bruno.conversation(id).send(toAnna("let me in"))))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(scene.host().audit(0, 1000).stream()
                            .map(AuditEntry::record)
                            .filter(record -> record.refusal().isPresent())
                            .map(AuditRecord::conversation))
                    .containsOnly(Optional.empty());
        }
    }

    /** The checks run in one order: who may see nothing is told nothing else, however much else is wrong. */
    @Example
    @Tag("SAFE-1")
    public void theFirstReasonIsAlwaysTheSame() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("one")).orThrow();
            Draft allWrong = toBruno("\u0007").expectingHead(MessageSeq.ZERO);
            var stranger = scene.clinic.practitioner(Cast.NERI).substituteFor(ROSSI);
            scene.rossiWithAnna().disable().orThrow();
            scene.rossi().settings().deactivateService().orThrow();
            assertThat(refusal(stranger.conversationWith(ANNA).send(allWrong))).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.rossiWithAnna().send(allWrong))).isEqualTo(RefusalCode.WRONG_PATIENT);
            Draft lessWrong = toAnna("\u0007").expectingHead(MessageSeq.ZERO);
            assertThat(refusal(scene.rossiWithAnna().send(lessWrong))).isEqualTo(RefusalCode.SERVICE_OFF);
            scene.rossi().settings().activateService().orThrow();
            assertThat(refusal(scene.rossiWithAnna().send(lessWrong))).isEqualTo(RefusalCode.CHAT_DISABLED);
            scene.rossiWithAnna().enable().orThrow();
            assertThat(refusal(scene.rossiWithAnna().send(lessWrong))).isEqualTo(RefusalCode.HEAD_MOVED);
            assertThat(refusal(scene.rossiWithAnna().send(toAnna("\u0007")))).isEqualTo(RefusalCode.CONTROL_CHARACTER);
        }
    }

    /** People of the same ids in another clinic share nothing: neither conversations nor keys, groups, links or audit. */
    @Example
    @Tag("SAFE-2")
    public void nothingCrossesClinics() {
        try (CareScene scene = scene()) {
            var here = scene.annaWithRossi().send(toAnna("k-1", "here")).orThrow();
            var other =
                    scene.chat.clinic(ClinicId.of("other-" + scene.id().value().substring(6)));
            assertThat(refusal(other.practitioner(ROSSI).totals())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(other.patient(ANNA).conversations())).isEqualTo(RefusalCode.NOT_FOUND);
            other.host().putPractice(ROSSI);
            other.host().putPatient(Cast.profile(ANNA));
            other.practitioner(ROSSI).settings().activateService().orThrow();
            other.practitioner(ROSSI).settings().showToSubstitutes().orThrow();
            var there = other.patient(ANNA)
                    .conversationWith(ROSSI)
                    .send(toAnna("k-1", "there"))
                    .orThrow();
            assertThat(there.conversation()).isNotEqualTo(here.conversation());
            assertThat(there.seq()).isEqualTo(MessageSeq.of(1));
            assertThat(refusal(other.practitioner(VERDI).substituteFor(ROSSI).totals()))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(other.patient(ANNA)
                            .conversation(here.conversation())
                            .open()))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly("here");
            assertThat(other.host().audit(0, 1000))
                    .allSatisfy(entry ->
                            assertThat(entry.record().conversation()).isNotEqualTo(Optional.of(here.conversation())));
        }
    }

    /** Changes, a substitute's looks, refusals counted by the minute; reading one's own chats leaves nothing. */
    @Example
    @Tag("SAFE-3")
    public void theAuditTellsWhoDidWhat() {
        try (CareScene scene = scene()) {
            long before = scene.host().audit(0, 1000).size();
            var receipt = scene.annaWithRossi().send(toAnna("hello")).orThrow();
            scene.rossiWithAnna().open().orThrow();
            scene.rossiWithAnna().markUnread().orThrow();
            scene.verdiWithAnnaForRossi().peek(1).orThrow();
            scene.verdiForRossi().totals().orThrow();
            scene.verdiWithAnnaForRossi().resume(Revision.ZERO).orThrow();
            scene.rossiWithAnna().retract(receipt.message()).orThrow();
            for (int i = 0; i < 3; i++) {
                assertThat(refusal(scene.verdiWithAnnaForRossi().disable())).isEqualTo(RefusalCode.NOT_FOR_SUBSTITUTES);
                scene.clock.move(Duration.ofSeconds(19));
            }
            scene.clock.move(Duration.ofSeconds(19));
            assertThat(refusal(scene.verdiWithAnnaForRossi().disable())).isEqualTo(RefusalCode.NOT_FOR_SUBSTITUTES);
            List<AuditRecord> records = scene.host().audit(before, 1000).stream()
                    .map(AuditEntry::record)
                    .toList();
            assertThat(records)
                    .extracting(AuditRecord::action)
                    .containsExactly(
                            AuditAction.CONVERSATION_STARTED,
                            AuditAction.SUBSTITUTE_ACCESS,
                            AuditAction.SUBSTITUTE_ACCESS,
                            AuditAction.SUBSTITUTE_ACCESS,
                            AuditAction.MESSAGE_RETRACTED,
                            AuditAction.REFUSED,
                            AuditAction.REFUSED);
            assertThat(records).extracting(AuditRecord::count).containsExactly(1L, 1L, 1L, 1L, 1L, 3L, 1L);
        }
    }

    /** A programmer's mistake throws at once, and says what is wrong without saying whose. */
    @Example
    @Tag("SAFE-6")
    public void aProgrammersMistakeThrowsAtOnce() {
        try (CareScene scene = scene()) {
            for (int limit : new int[] {0, -1, 501}) {
                assertThatThrownBy(() -> scene.annaWithRossi().open(limit))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> scene.anna().conversations(limit))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> InboxQuery.all().limit(limit)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> PatientId.of("canary/id"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("canary");
            scene.chat.close();
            assertThatThrownBy(() -> scene.annaWithRossi().open()).isInstanceOf(IllegalStateException.class);
        }
    }

    /** With canaries in every text, name and id: no value that the chat gives, no exception and no log line sings. */
    @Example
    @Tag("SAFE-5")
    public void nobodyIsNamedInLogsAndStrings() {
        LossyTransport broken = new LossyTransport(signal -> {
            throw new IllegalStateException("canary in a transport");
        });
        Canary canary = new Canary();
        try (CareScene scene = scene(
                CareSettings.defaults(), builder -> builder.transport(broken).deliverOn(Runnable::run))) {
            canary.plant(scene);
            canary.askEverything(scene);
            for (Object value : canary.given()) {
                assertThat(Canary.sung(value))
                        .as("what a %s says", value.getClass())
                        .isEmpty();
            }
            assertThat(canary.given()).hasSizeGreaterThan(100);
            assertThat(canary.messages())
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(Canary.sung(message)).isEmpty());
            assertThat(logged())
                    .anyMatch(line -> line.startsWith("A signal to other nodes was lost"))
                    .anyMatch(line -> line.startsWith("A subscriber was not told"))
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary"));
        }
    }
}
