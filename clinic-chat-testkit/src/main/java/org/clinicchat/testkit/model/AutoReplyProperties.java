package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReplyRepeat;
import org.clinicchat.service.Practice;

/** The one-time automatic reply (AUTO), rule by rule. */
public abstract class AutoReplyProperties extends CareProperties {

    /** For those that extend it. */
    protected AutoReplyProperties() {}

    /** The patient's accepted message triggers it, a file alone too; nothing of the practice's and the host's does. */
    @Example
    @Tag("AUTO-1")
    public void onlyAnAcceptedMessageOfThePatientsTriggersIt() {
        try (CareScene scene = replying("tomorrow")) {
            scene.rossiWithAnna().send(toAnna("practice")).orThrow();
            scene.verdiWithAnnaForRossi().send(toAnna("colleague")).orThrow();
            scene.host().notice(ROSSI, toAnna("notice")).orThrow();
            assertThat(refusal(scene.annaWithRossi().send(toAnna("")))).isEqualTo(RefusalCode.MESSAGE_EMPTY);
            assertThat(replies(scene)).isEmpty();
            Draft file = toAnna("").attaching(AttachmentRef.of("file-1"));
            scene.annaWithRossi().send(file).orThrow();
            scene.annaWithRossi().send(file).orThrow();
            assertThat(replies(scene)).containsExactly("tomorrow");
        }
    }

    /** Once to each patient; a changed text goes out once; restoring an old one sends nothing. */
    @Example
    @Tag("AUTO-2")
    public void eachTextGoesOutOnceToEachPatient() {
        try (CareScene scene = replying("one")) {
            write(scene);
            write(scene);
            scene.brunoWithRossi().send(toBruno("hello")).orThrow();
            assertThat(messages(scene.brunoWithRossi())).hasSize(2);
            scene.rossi().settings().writeAutoReply("two").orThrow();
            write(scene);
            scene.rossi().settings().activateAutoReply("one").orThrow();
            write(scene);
            assertThat(replies(scene)).containsExactly("one", "two");
            scene.rossi().settings().resetAutoReply().orThrow();
            write(scene);
            write(scene);
            assertThat(replies(scene)).containsExactly("one", "two", "one");
        }
    }

    /** The switch: once ever, whatever the text; until it is reset. */
    @Example
    @Tag("AUTO-2")
    public void onceEverIsWhateverTheText() {
        try (CareScene scene = replying("one", AutoReplyRepeat.ONCE_EVER)) {
            write(scene);
            scene.rossi().settings().writeAutoReply("two").orThrow();
            write(scene);
            scene.rossi().settings().deactivateAutoReply().orThrow();
            scene.rossi().settings().activateAutoReply().orThrow();
            write(scene);
            assertThat(replies(scene)).containsExactly("one");
            scene.rossi().settings().resetAutoReply().orThrow();
            write(scene);
            assertThat(replies(scene)).containsExactly("one", "two");
        }
    }

    /** The switch: once each time that it is switched on; switching on what is on is no switching on. */
    @Example
    @Tag("AUTO-2")
    public void oncePerActivation() {
        try (CareScene scene = replying("one", AutoReplyRepeat.ONCE_PER_ACTIVATION)) {
            write(scene);
            scene.rossi().settings().activateAutoReply("two").orThrow();
            write(scene);
            assertThat(replies(scene)).containsExactly("one");
            scene.rossi().settings().deactivateAutoReply().orThrow();
            write(scene);
            scene.rossi().settings().activateAutoReply().orThrow();
            write(scene);
            write(scene);
            assertThat(replies(scene)).containsExactly("one", "two");
        }
    }

    /** It stands right after its trigger, at the same time. */
    @Example
    @Tag("AUTO-3")
    public void itFollowsItsTriggerAtTheNextPlace() {
        try (CareScene scene = replying("tomorrow")) {
            Receipt trigger = scene.annaWithRossi().send(toAnna("hello")).orThrow();
            Message reply = messages(scene.annaWithRossi()).get(1);
            assertThat(reply.seq().value()).isEqualTo(trigger.seq().value() + 1);
            assertThat(reply.time()).isEqualTo(trigger.time());
            assertThat(reply.kind()).isEqualTo(MessageKind.AUTO_REPLY);
        }
    }

    /** No activation without a text; off and on again it keeps text and ledger. */
    @Example
    @Tag("AUTO-4")
    public void activationNeedsAText() {
        try (CareScene scene = scene()) {
            var settings = scene.rossi().settings();
            assertThat(refusal(settings.activateAutoReply())).isEqualTo(RefusalCode.AUTO_REPLY_TEXT_MISSING);
            assertThat(refusal(settings.activateAutoReply(" \n"))).isEqualTo(RefusalCode.AUTO_REPLY_TEXT_MISSING);
            assertThat(refusal(settings.activateAutoReply("tab\t"))).isEqualTo(RefusalCode.CONTROL_CHARACTER);
            settings.writeAutoReply("tomorrow").orThrow();
            write(scene);
            assertThat(replies(scene)).isEmpty();
            settings.activateAutoReply().orThrow();
            assertThat(refusal(settings.writeAutoReply(""))).isEqualTo(RefusalCode.AUTO_REPLY_TEXT_MISSING);
            write(scene);
            Practice off = settings.deactivateAutoReply().orThrow();
            assertThat(off.autoReply().text()).isEqualTo("tomorrow");
            assertThat(off.autoReply().active()).isFalse();
            settings.activateAutoReply().orThrow();
            write(scene);
            assertThat(replies(scene)).containsExactly("tomorrow");
        }
    }

    /** Its author is the owner, also while a substitute acts. */
    @Example
    @Tag("AUTO-5")
    public void itsAuthorIsTheOwner() {
        try (CareScene scene = replying("tomorrow")) {
            scene.rossiWithAnna().open().orThrow();
            scene.verdiWithAnnaForRossi().send(toAnna("I stand in")).orThrow();
            write(scene);
            Message reply = messages(scene.verdiWithAnnaForRossi()).get(2);
            assertThat(reply.kind()).isEqualTo(MessageKind.AUTO_REPLY);
            assertThat(reply.authorship().author()).isEqualTo(PersonRef.of(ROSSI));
            assertThat(reply.authorship().onBehalfOf()).isEmpty();
        }
    }

    /** Unread for the patient, never for the practice; no cursor, flag or wait of the practice's changes. */
    @Example
    @Tag("AUTO-6")
    public void itChangesNothingAtThePractice() {
        try (CareScene scene = replying("tomorrow")) {
            Instant since = scene.clock.instant();
            write(scene);
            assertThat(unread(scene.annaWithRossi())).isEqualTo(1);
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            assertThat(unread(scene.verdiWithAnnaForRossi())).isEqualTo(1);
            assertThat(cursor(scene.rossiWithAnna())).isZero();
            assertThat(isMarked(scene.rossiWithAnna())).isFalse();
            assertThat(scene.rossi()
                            .inbox(InboxQuery.all())
                            .orThrow()
                            .rows()
                            .get(0)
                            .awaitingReplySince())
                    .contains(since);
        }
    }

    private CareScene replying(String text) {
        return replying(text, AutoReplyRepeat.ONCE_PER_TEXT);
    }

    private CareScene replying(String text, AutoReplyRepeat repeat) {
        CareScene scene = scene(CareSettings.defaults().with(repeat));
        scene.rossi().settings().activateAutoReply(text).orThrow();
        return scene;
    }

    private static void write(CareScene scene) {
        scene.annaWithRossi().send(toAnna("hello")).orThrow();
    }

    private static List<String> replies(CareScene scene) {
        return messages(scene.annaWithRossi()).stream()
                .filter(message -> message.kind() == MessageKind.AUTO_REPLY)
                .map(Message::text)
                .toList();
    }
}
