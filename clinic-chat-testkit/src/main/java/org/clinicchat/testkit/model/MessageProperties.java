package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.toAnna;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.PersonRef;

/** What a message may hold (CARE-5), and its retraction (CARE-6), rule by rule. */
public abstract class MessageProperties extends CareProperties {

    private static final AttachmentRef FILE = AttachmentRef.of("file-1");

    /** For those that extend it. */
    protected MessageProperties() {}

    /** What was sent comes back to the code point, line breaks and all. */
    @Property(tries = 100)
    @Tag("CARE-5")
    public void textsComeBackToTheCodePoint(@ForAll("texts") String text) {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna(text)).orThrow();
            assertThat(texts(messages(scene.rossiWithAnna()))).containsExactly(text);
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly(text);
        }
    }

    /** The longest text passes, one code point more does not; characters beyond the first plane count as one. */
    @Example
    @Tag("CARE-5")
    public void lengthIsCountedInCodePoints() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("\uD83D\uDE00".repeat(10_000))).orThrow();
            Outcome<Receipt> answer = scene.annaWithRossi().send(toAnna("\uD83D\uDE00".repeat(10_001)));
            assertThat(refusal(answer)).isEqualTo(RefusalCode.TEXT_TOO_LONG);
            assertThat(answer.whyNot().orElseThrow().detail()).contains(new RefusalDetail.Limit(10_000, 10_001));
        }
        try (CareScene scene = scene(CareSettings.defaults().with(new MessageLimits(3, 1)))) {
            scene.annaWithRossi().send(toAnna("abc")).orThrow();
            assertThat(refusal(scene.annaWithRossi().send(toAnna("abcd")))).isEqualTo(RefusalCode.TEXT_TOO_LONG);
            assertThat(refusal(scene.annaWithRossi().send(toAnna("abc").attaching(FILE, FILE))))
                    .isEqualTo(RefusalCode.TOO_MANY_ATTACHMENTS);
        }
    }

    /** Nothing visible and no file, control characters, halves of characters, malformed ids: each has its reason. */
    @Example
    @Tag("CARE-5")
    @Tag("SAFE-6")
    public void badInputIsRefusedAndChangesNothing() {
        try (CareScene scene = scene()) {
            Conversation anna = scene.annaWithRossi();
            anna.send(toAnna("line\nbreak\r\n")).orThrow();
            assertThat(refusal(anna.send(toAnna(" \n\u200B\u00A0")))).isEqualTo(RefusalCode.MESSAGE_EMPTY);
            assertThat(refusal(anna.send(toAnna("tab\t")))).isEqualTo(RefusalCode.CONTROL_CHARACTER);
            assertThat(refusal(anna.send(toAnna("nul\u0000")))).isEqualTo(RefusalCode.CONTROL_CHARACTER);
            assertThat(anna.send(toAnna("ab\uD83D")).whyNot().orElseThrow().detail())
                    .contains(new RefusalDetail.Position(2, 0xD83D));
            assertThat(refusal(anna.send(toAnna("no/id", "text")))).isEqualTo(RefusalCode.MALFORMED_ID);
            assertThat(refusal(anna.send(toAnna("text").attaching(AttachmentRef.of("no/id")))))
                    .isEqualTo(RefusalCode.MALFORMED_ATTACHMENT);
            assertThat(messages(anna)).hasSize(1);
        }
    }

    /** The host takes back what it wrote, and nothing else. */
    @Example
    @Tag("CARE-6")
    public void theHostTakesBackItsOwnNotice() {
        try (CareScene scene = scene()) {
            var question = scene.annaWithRossi().send(toAnna("question")).orThrow();
            var notice = scene.host().notice(ROSSI, toAnna("closed tomorrow")).orThrow();
            assertThat(refusal(scene.host().retractNotice(ROSSI, ANNA, question.message())))
                    .isEqualTo(RefusalCode.NOT_AUTHOR);
            assertThat(refusal(scene.host().retractNotice(ROSSI, CareScene.BRUNO, notice.message())))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            Message tombstone =
                    scene.host().retractNotice(ROSSI, ANNA, notice.message()).orThrow();
            assertThat(tombstone.isRetracted()).isTrue();
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly("question", "");
            assertThat(scene.host().retractNotice(ROSSI, ANNA, notice.message()).orThrow())
                    .isEqualTo(tombstone);
        }
    }

    /** A tombstone says who and when; counts fall once, preview and waiting are those without it. */
    @Example
    @Tag("CARE-6")
    public void aRetractionLeavesATombstone() {
        try (CareScene scene = scene()) {
            Conversation anna = scene.annaWithRossi();
            anna.send(toAnna("right")).orThrow();
            Instant waiting = scene.clock.instant();
            Receipt wrong = anna.send(toAnna("wrong").attaching(FILE)).orThrow();
            scene.rossiWithAnna().disable().orThrow();
            scene.clock.move(Duration.ofMinutes(1));
            for (int i = 0; i < 2; i++) {
                Message tombstone = anna.retract(wrong.message()).orThrow();
                assertThat(tombstone.text()).isEmpty();
                assertThat(tombstone.attachments()).isEmpty();
                assertThat(tombstone.retraction().orElseThrow().time()).isEqualTo(scene.clock.instant());
                assertThat(tombstone.retraction().orElseThrow().by().author()).isEqualTo(PersonRef.of(ANNA));
                assertThat(unread(scene.rossiWithAnna())).isEqualTo(1);
            }
            assertThat(texts(messages(scene.rossiWithAnna()))).containsExactly("right", "");
            var row = scene.rossi().inbox(InboxQuery.all()).orThrow().rows().get(0);
            assertThat(row.preview().orElseThrow().text()).isEqualTo("right");
            assertThat(row.awaitingReplySince()).contains(waiting);
        }
    }

    /** The author and the owner retract; nobody else does, and nobody what is not there. */
    @Example
    @Tag("CARE-6")
    public void onlyAuthorAndOwnerRetract() {
        try (CareScene scene = scene()) {
            Receipt hers = scene.annaWithRossi().send(toAnna("hers")).orThrow();
            Receipt his = scene.rossiWithAnna().send(toAnna("his")).orThrow();
            assertThat(refusal(scene.annaWithRossi().retract(his.message()))).isEqualTo(RefusalCode.NOT_AUTHOR);
            assertThat(refusal(scene.verdiWithAnnaForRossi().retract(hers.message())))
                    .isEqualTo(RefusalCode.NOT_AUTHOR);
            assertThat(refusal(scene.brunoWithRossi().retract(hers.message()))).isEqualTo(RefusalCode.NOT_FOUND);
            scene.rossiWithAnna().retract(hers.message()).orThrow();
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly("", "his");
        }
    }
}
