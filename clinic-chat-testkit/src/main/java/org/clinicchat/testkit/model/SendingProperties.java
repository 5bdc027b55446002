package org.clinicchat.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.model.CareScene.ANNA;
import static org.clinicchat.testkit.model.CareScene.ROSSI;
import static org.clinicchat.testkit.model.CareScene.VERDI;
import static org.clinicchat.testkit.model.CareScene.toAnna;
import static org.clinicchat.testkit.model.CareScene.toBruno;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clinicchat.Conversation;
import org.clinicchat.conversation.Attachments;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.conversation.ContactPolicy;
import org.clinicchat.conversation.MissedMessages;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.PatientId;

/** Conversations and messages (CARE), rule by rule. */
public abstract class SendingProperties extends CareProperties {

    private static final AttachmentRef FILE = AttachmentRef.of("file-1");

    /** For those that extend it. */
    protected SendingProperties() {}

    /** Opened or written to by either side, by people or by id, it is one conversation. */
    @Example
    @Tag("CARE-1")
    public void practitionerAndPatientHaveOneConversation() {
        try (CareScene scene = scene()) {
            var id = scene.annaWithRossi().open().orThrow().status().id();
            assertThat(scene.rossiWithAnna().send(toAnna("one")).orThrow().conversation())
                    .isEqualTo(id);
            assertThat(messages(scene.anna().conversation(id))).hasSize(1);
            assertThat(scene.rossi().conversation(id).open().orThrow().status().id())
                    .isEqualTo(id);
            assertThat(scene.brunoWithRossi().open().orThrow().status().id()).isNotEqualTo(id);
        }
    }

    /** A new practice's service is off: nobody sends, history can be read. */
    @Example
    @Tag("CARE-2")
    public void whileTheServiceIsOffNobodySends() {
        try (CareScene scene = scene()) {
            Conversation anna = scene.anna().conversationWith(VERDI);
            assertThat(refusal(anna.send(toAnna("too early")))).isEqualTo(RefusalCode.SERVICE_OFF);
            scene.verdi().settings().activateService().orThrow();
            anna.send(toAnna("now")).orThrow();
            scene.clock.move(Duration.ofMinutes(5));
            Instant since = scene.clock.instant();
            scene.verdi().settings().deactivateService().orThrow();
            Outcome<Receipt> answer = scene.verdi().conversationWith(ANNA).send(toAnna("too late"));
            assertThat(answer.whyNot().orElseThrow().detail()).contains(new RefusalDetail.Since(since));
            assertThat(refusal(anna.send(toAnna("too late")))).isEqualTo(RefusalCode.SERVICE_OFF);
            assertThat(texts(messages(anna))).containsExactly("now");
        }
    }

    /** An active service takes files, unless the host takes text only. */
    @Example
    @Tag("CARE-3")
    public void anActiveServiceTakesTextAndFiles() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("").attaching(FILE)).orThrow();
            assertThat(messages(scene.rossiWithAnna()).get(0).attachments()).containsExactly(FILE);
        }
        try (CareScene scene = scene(CareSettings.defaults().with(Attachments.TEXT_ONLY))) {
            assertThat(refusal(scene.annaWithRossi().send(toAnna("see").attaching(FILE))))
                    .isEqualTo(RefusalCode.ATTACHMENTS_OFF);
            scene.annaWithRossi().send(toAnna("text")).orThrow();
        }
    }

    /** Nobody need have opened or written anything before the patient writes. */
    @Example
    @Tag("CARE-4")
    public void thePatientMayWriteFirst() {
        try (CareScene scene = scene()) {
            assertThat(scene.annaWithRossi().send(toAnna("first")).orThrow().seq())
                    .isEqualTo(MessageSeq.of(1));
            assertThat(texts(messages(scene.rossiWithAnna()))).containsExactly("first");
        }
    }

    /** Places are 1, 2, 3 … and times never fall, whatever the clock does. */
    @Property(tries = 50)
    @Tag("CARE-7")
    public void orderIsTheServersAndTimesNeverFall(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = -3600, max = 3600) Integer> leaps) {
        try (CareScene scene = scene()) {
            List<Receipt> receipts = new ArrayList<>();
            scene.rossiWithAnna().open().orThrow();
            Instant latest = scene.clock.instant();
            for (int leap : leaps) {
                scene.clock.move(Duration.ofSeconds(leap).plusNanos(1));
                latest = scene.clock.instant().isAfter(latest) ? scene.clock.instant() : latest;
                Receipt receipt = scene.rossiWithAnna().send(toAnna("tick")).orThrow();
                assertThat(receipt.time()).isEqualTo(latest.truncatedTo(ChronoUnit.MICROS));
                receipts.add(receipt);
            }
            List<Message> messages = messages(scene.annaWithRossi());
            assertThat(messages.stream().map(Receipt::of).toList()).isEqualTo(receipts);
            for (int i = 0; i < messages.size(); i++) {
                assertThat(messages.get(i).seq().value()).isEqualTo(i + 1);
            }
        }
    }

    /** Sent again after whatever, the same draft gives the first receipt; other content under the id is a conflict. */
    @Example
    @Tag("CARE-8")
    @Tag("SUB-5")
    public void theSameDraftIsSentOnce() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().open().orThrow();
            Draft draft = toAnna("k-1", "once").attaching(FILE);
            Receipt first = scene.verdiWithAnnaForRossi().send(draft).orThrow();
            assertThat(refusal(scene.verdiWithAnnaForRossi().send(toAnna("k-1", "twice"))))
                    .isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
            assertThat(refusal(scene.verdiWithAnnaForRossi().send(toAnna("k-1", "once"))))
                    .isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
            scene.clock.move(Duration.ofDays(1));
            scene.rossiWithAnna().retract(first.message()).orThrow();
            scene.rossiWithAnna().disable().orThrow();
            scene.rossi().settings().hideFromSubstitutes().orThrow();
            assertThat(scene.verdiWithAnnaForRossi().send(draft).orThrow()).isEqualTo(first);
            assertThat(scene.verdiWithAnnaForRossi()
                            .send(draft.expectingHead(MessageSeq.of(7)))
                            .orThrow())
                    .isEqualTo(first);
            assertThat(messages(scene.annaWithRossi())).hasSize(1);
        }
    }

    /** The id is its author's: another's same id is another message, his own in another chat is a conflict. */
    @Example
    @Tag("CARE-8")
    public void aClientMessageIdIsItsAuthors() {
        try (CareScene scene = scene()) {
            scene.annaWithRossi().send(toAnna("k-1", "hers")).orThrow();
            scene.rossiWithAnna().send(toAnna("k-1", "his")).orThrow();
            Draft elsewhere = new Draft(
                    toAnna("k-1", "his").clientId(),
                    CareScene.BRUNO,
                    "his",
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
            assertThat(refusal(scene.rossiWithBruno().send(elsewhere))).isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED);
            assertThat(texts(messages(scene.rossiWithAnna()))).containsExactly("hers", "his");
        }
    }

    /** Refused is not remembered: the same id may be sent again when it can be. */
    @Example
    @Tag("CARE-8")
    public void onlyAcceptancesAreRemembered() {
        try (CareScene scene = scene()) {
            scene.rossiWithAnna().disable().orThrow();
            assertThat(refusal(scene.annaWithRossi().send(toAnna("k-1", "first try"))))
                    .isEqualTo(RefusalCode.CHAT_DISABLED);
            scene.rossiWithAnna().enable().orThrow();
            scene.annaWithRossi().send(toAnna("k-1", "another text")).orThrow();
        }
    }

    /** A message for Bruno never lands with Anna. */
    @Example
    @Tag("CARE-9")
    public void aMessageForAnotherPatientIsRefused() {
        try (CareScene scene = scene()) {
            assertThat(refusal(scene.rossiWithAnna().send(toBruno("for you alone"))))
                    .isEqualTo(RefusalCode.WRONG_PATIENT);
            assertThat(refusal(scene.annaWithRossi().send(toBruno("for you alone"))))
                    .isEqualTo(RefusalCode.WRONG_PATIENT);
            assertThat(scene.rossi().inbox(InboxQuery.all()).orThrow().rows()).isEmpty();
        }
    }

    /** Who says up to where he had read is told what he missed, and marks nothing. */
    @Example
    @Tag("CARE-9")
    public void aMovedHeadIsRefusedWithWhatWasMissed() {
        try (CareScene scene = scene()) {
            MessageSeq seen =
                    scene.annaWithRossi().send(toAnna("one")).orThrow().seq();
            Receipt retracted = scene.annaWithRossi().send(toAnna("two")).orThrow();
            scene.annaWithRossi().send(toAnna("three")).orThrow();
            scene.annaWithRossi().retract(retracted.message()).orThrow();
            Outcome<Receipt> answer = scene.rossiWithAnna().send(toAnna("reply").expectingHead(seen));
            assertThat(refusal(answer)).isEqualTo(RefusalCode.HEAD_MOVED);
            MissedMessages missed =
                    answer.whyNot().orElseThrow().detail(MissedMessages.class).orElseThrow();
            assertThat(missed.head()).isEqualTo(MessageSeq.of(3));
            assertThat(texts(missed.messages())).containsExactly("", "three");
            assertThat(unread(scene.rossiWithAnna())).isEqualTo(2);
            scene.rossiWithAnna()
                    .send(toAnna("reply").expectingHead(missed.head()))
                    .orThrow();
        }
    }

    /** A pair that the host has not permitted, a patient without a profile, a practitioner without a practice: nothing. */
    @Example
    @Tag("CARE-11")
    public void onlyPermittedPairsExistForEachOther() {
        try (CareScene scene = scene(CareSettings.defaults().with(ContactPolicy.PERMITTED_PAIRS))) {
            scene.annaWithRossi().send(toAnna("kept")).orThrow();
            scene.host().withdrawContact(ANNA, ROSSI);
            assertThat(refusal(scene.annaWithRossi().open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.rossiWithAnna().canView())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.verdiWithAnnaForRossi().send(toAnna("hello"))))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.host().notice(ROSSI, toAnna("notice")))).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(scene.rossi().inbox(InboxQuery.all()).orThrow().rows()).isEmpty();
            assertThat(scene.rossi().totals().orThrow().unreadMessages()).isZero();
            assertThat(scene.anna().conversations().orThrow().rows()).isEmpty();
            scene.host().permitContact(ANNA, ROSSI);
            assertThat(texts(messages(scene.annaWithRossi()))).containsExactly("kept");
        }
        try (CareScene scene = scene()) {
            PatientId stranger = PatientId.of("stranger");
            assertThat(refusal(scene.clinic
                            .patient(stranger)
                            .conversationWith(ROSSI)
                            .open()))
                    .isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.rossi().conversationWith(stranger).open())).isEqualTo(RefusalCode.NOT_FOUND);
            assertThat(refusal(scene.anna().conversationWith(Cast.NERI).open())).isEqualTo(RefusalCode.NOT_FOUND);
        }
    }
}
