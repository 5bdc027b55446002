package org.clinicchat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PersonRef;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages, receipts, drafts and authorship. */
class MessageTest {
    private static final PractitionerId DOCTOR = PractitionerId.of("d1");
    private static final PractitionerId OWNER = PractitionerId.of("d2");
    private static final PatientId PATIENT = PatientId.of("p1");
    private static final AttachmentRef FILE = AttachmentRef.of("f1");
    private static final Message MESSAGE = new Message(
            MessageId.of("m1"),
            ConversationId.of("c1"),
            MessageSeq.of(7),
            Instant.EPOCH,
            Authorship.of(PersonRef.of(PATIENT)),
            MessageKind.HUMAN,
            "It hurts",
            List.of(FILE),
            Optional.empty());
    private static final Retraction RETRACTION =
            new Retraction(Authorship.of(PersonRef.of(DOCTOR)), Instant.ofEpochSecond(9));

    @Test
    @Tag("CARE-6")
    void aRetractionKeepsTheTextAndShowsATombstone() {
        Message retracted = MESSAGE.retracted(RETRACTION);

        assertThat(retracted.isRetracted()).isTrue();
        assertThat(retracted.text()).isEqualTo("It hurts");
        assertThat(retracted.attachments()).containsExactly(FILE);
        assertThat(retracted.shown())
                .usingRecursiveComparison()
                .ignoringFields("text", "attachments")
                .isEqualTo(retracted);
        assertThat(retracted.shown().text()).isEmpty();
        assertThat(retracted.shown().attachments()).isEmpty();
        assertThat(retracted.shown().retraction()).contains(RETRACTION);
    }

    @Test
    @Tag("CARE-6")
    void aMessageThatStandsIsShownAsItIs() {
        assertThat(MESSAGE.isRetracted()).isFalse();
        assertThat(MESSAGE.shown()).isSameAs(MESSAGE);
    }

    @Test
    @Tag("CARE-8")
    void theReceiptIsOfTheMessage() {
        assertThat(Receipt.of(MESSAGE))
                .isEqualTo(new Receipt(MESSAGE.id(), MESSAGE.conversation(), MESSAGE.seq(), MESSAGE.time()));
    }

    @Test
    @Tag("SUB-3")
    void aSubstituteWritesForTheOwner() {
        Actor substitute = Actor.substitute(ClinicId.of("north"), DOCTOR, OWNER);

        assertThat(Authorship.of(substitute))
                .isEqualTo(new Authorship(PersonRef.of(DOCTOR), Optional.of(PersonRef.of(OWNER))));
        assertThat(Authorship.of(PersonRef.of(DOCTOR)).onBehalfOf()).isEmpty();
    }

    @Test
    void aDraftKeepsWhatWasSaidBefore() {
        ClientMessageId id = ClientMessageId.of("k1");
        Draft draft = Draft.of(id, PATIENT, "Hello")
                .attaching(FILE)
                .expectingHead(MessageSeq.of(3))
                .seenUpTo(MessageSeq.of(2));

        assertThat(draft)
                .isEqualTo(new Draft(
                        id,
                        PATIENT,
                        "Hello",
                        List.of(FILE),
                        Optional.of(MessageSeq.of(3)),
                        Optional.of(MessageSeq.of(2))))
                .isEqualTo(Draft.of(id, PATIENT, "Hello")
                        .seenUpTo(MessageSeq.of(2))
                        .expectingHead(MessageSeq.of(3))
                        .attaching(FILE));
        assertThat(draft).hasToString("Draft");
    }

    @Test
    @Tag("CARE-8")
    void everyDraftWithoutAnIdGetsItsOwn() {
        assertThat(Draft.of(PATIENT, "Hello").clientId())
                .isNotEqualTo(Draft.of(PATIENT, "Hello").clientId());
    }

    @Test
    void placesAndRevisionsAreOrderedAndNeverNegative() {
        assertThat(MessageSeq.of(2)).isGreaterThan(MessageSeq.of(1)).isEqualByComparingTo(new MessageSeq(2));
        assertThat(Revision.of(2)).isGreaterThan(Revision.of(1)).isEqualByComparingTo(new Revision(2));
        assertThat(MessageSeq.of(0)).isEqualTo(MessageSeq.ZERO);
        assertThat(Revision.of(0)).isEqualTo(Revision.ZERO);
        assertThat(MessageSeq.of(12)).hasToString("12");
        assertThat(Revision.of(12)).hasToString("12");
        assertThatThrownBy(() -> MessageSeq.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Revision.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("SAFE-5")
    void aMessageShowsIdsPlaceAndKind() {
        assertThat(MESSAGE).hasToString("Message[m1, 7 of c1, HUMAN]");
    }

    @Test
    void aFingerprintBindsEachPartInItsPlace() {
        assertThat(Fingerprint.of("a", "b"))
                .matches("[A-Za-z0-9_-]{12}")
                .isEqualTo(Fingerprint.of("a", "b"))
                .isNotEqualTo(Fingerprint.of("b", "a"))
                .isNotEqualTo(Fingerprint.of("ab"))
                .isNotEqualTo(Fingerprint.of("ab", ""))
                .isNotEqualTo(Fingerprint.of("", "ab"))
                .isNotEqualTo(Fingerprint.of("a", "b", ""));
    }
}
