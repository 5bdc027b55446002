package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.PracticeConversation;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.port.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one storage, each with an old picture of its own: nothing is settled on it that no commit or read checks. */
class OldFactsTest {

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PractitionerId VERDI = PractitionerId.of("verdi");
    private static final PatientId ANNA = PatientId.of("anna");

    private final Storage shared = InMemoryStorage.create();
    private final Clinic one = node();
    private final Clinic two = node();

    @BeforeEach
    void aClinicAtWork() {
        one.host().putPractice(ROSSI);
        one.host().putPatient(PatientProfile.of(ANNA, "Anna", "Bianchi"));
        one.practitioner(ROSSI).settings().activateService().orThrow();
        at(one).open().orThrow();
        at(two).open().orThrow();
    }

    @Test
    @Tag("DIS-5")
    @Tag("DIS-6")
    void whatAnotherNodeSwitchedOnIsSwitchedOff() {
        for (int i = 0; i < 3; i++) {
            at(one).disable().orThrow();
        }
        at(two).enable().orThrow();
        assertThat(at(one).disable().orThrow().isDisabled()).isTrue();
        assertThat(two.patient(ANNA).conversationWith(ROSSI).canSend().whyNot())
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo(RefusalCode.CHAT_DISABLED));
    }

    @Test
    @Tag("CARE-8")
    void anIdThatAnotherNodeTookIsAnsweredAsThingsAreNow() {
        Draft draft = Draft.of(ANNA, "Buongiorno");
        Receipt first = at(one).send(draft).orThrow();
        assertThat(at(two).send(draft).orThrow()).isEqualTo(first);
        Draft other =
                new Draft(draft.clientId(), ANNA, "Altro", draft.attachments(), draft.expectedHead(), draft.seenUpTo());
        assertThat(at(two).send(other).whyNot())
                .hasValueSatisfying(no -> assertThat(no.code()).isEqualTo(RefusalCode.CLIENT_MESSAGE_ID_REUSED));
    }

    @Test
    @Tag("CARE-6")
    void whatAnotherNodeRetractedIsRetracted() {
        MessageId message =
                at(one).send(Draft.of(ANNA, "Per sbaglio")).orThrow().message();
        at(one).retract(message).orThrow();
        assertThat(at(two).retract(message).orThrow().isRetracted()).isTrue();
    }

    @Test
    @Tag("SUB-1")
    @Tag("SUB-5")
    void whomAnotherNodeLetInReadsAtOnceAndWhomItShutOutReadsNoMore() {
        var verdi = two.practitioner(VERDI).substituteFor(ROSSI).conversationWith(ANNA);
        for (int i = 0; i < 3; i++) {
            one.practitioner(ROSSI).settings().showToSubstitutes().orThrow();
            one.host().putWorkGroup(WorkGroup.of(WorkGroupId.of("floor"), ROSSI, VERDI));
            assertThat(verdi.peek(5).isAccepted()).isTrue();
            assertThat(verdi.peek(5).isAccepted()).isTrue();
            one.host().removeWorkGroup(WorkGroupId.of("floor"));
            assertThat(verdi.peek(5).isAccepted()).isFalse();
        }
    }

    private PracticeConversation at(Clinic node) {
        return node.practitioner(ROSSI).conversationWith(ANNA);
    }

    private Clinic node() {
        return ClinicChat.on(LaggingStorage.over(shared))
                .sweepOnDemand()
                .build()
                .clinic(ClinicId.of("san-marco"));
    }
}
