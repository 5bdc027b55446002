package org.clinicchat.testkit.model;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.Conversation;
import org.clinicchat.HostView;
import org.clinicchat.PatientView;
import org.clinicchat.PracticeConversation;
import org.clinicchat.PractitionerView;
import org.clinicchat.SubstituteView;
import org.clinicchat.conversation.CareSettings;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;
import org.clinicchat.testkit.SettableClock;

/**
 * A clinic at work, for one short proof: Rossi and Verdi own chats and share a work group, Rossi's service is on and his chats
 * are visible to substitutes, Anna and Bruno are patients.
 */
final class CareScene implements AutoCloseable {

    static final PractitionerId ROSSI = Cast.ROSSI;
    static final PractitionerId VERDI = Cast.VERDI;
    static final PatientId ANNA = Cast.ANNA;
    static final PatientId BRUNO = Cast.BRUNO;
    static final WorkGroupId GROUP = Cast.FIRST_FLOOR;

    final SettableClock clock = SettableClock.atSomeMorning();
    final ClinicChat chat;
    final Clinic clinic;
    private final Composition composition;
    private final CareSettings settings;
    private final ClinicId id = ClinicId.of("scene-" + UUID.randomUUID());

    private CareScene(Composition composition, CareSettings settings, UnaryOperator<ClinicChat.Builder> more) {
        this.composition = composition;
        this.settings = settings;
        chat = node(more);
        clinic = chat.clinic(id);
        host().putPractice(ROSSI);
        host().putPractice(VERDI);
        host().putPatient(Cast.profile(ANNA));
        host().putPatient(Cast.profile(BRUNO));
        host().putWorkGroup(WorkGroup.of(GROUP, ROSSI, VERDI));
        host().permitContact(ANNA, ROSSI);
        host().permitContact(BRUNO, ROSSI);
        rossi().settings().activateService().orThrow();
        rossi().settings().showToSubstitutes().orThrow();
    }

    static CareScene of(Composition composition, CareSettings settings, UnaryOperator<ClinicChat.Builder> more) {
        return new CareScene(composition, settings, more);
    }

    /** A further node on the same storage, to be closed by who asks for it. */
    ClinicChat node(UnaryOperator<ClinicChat.Builder> more) {
        return more.apply(composition.node().care(settings).clock(clock).sweepOnDemand())
                .build();
    }

    boolean isOfManyNodes() {
        return composition.nodes() > 1;
    }

    ClinicId id() {
        return id;
    }

    HostView host() {
        return clinic.host();
    }

    PractitionerView rossi() {
        return clinic.practitioner(ROSSI);
    }

    PractitionerView verdi() {
        return clinic.practitioner(VERDI);
    }

    SubstituteView verdiForRossi() {
        return verdi().substituteFor(ROSSI);
    }

    PatientView anna() {
        return clinic.patient(ANNA);
    }

    Conversation annaWithRossi() {
        return anna().conversationWith(ROSSI);
    }

    Conversation brunoWithRossi() {
        return clinic.patient(BRUNO).conversationWith(ROSSI);
    }

    PracticeConversation rossiWithAnna() {
        return rossi().conversationWith(ANNA);
    }

    PracticeConversation rossiWithBruno() {
        return rossi().conversationWith(BRUNO);
    }

    PracticeConversation verdiWithAnnaForRossi() {
        return verdiForRossi().conversationWith(ANNA);
    }

    PatientProfile patient(String id, String given, String family) {
        PatientProfile profile = PatientProfile.of(PatientId.of(id), given, family);
        host().putPatient(profile);
        return profile;
    }

    static Draft toAnna(String text) {
        return Draft.of(ANNA, text);
    }

    static Draft toAnna(String clientId, String text) {
        return Draft.of(ClientMessageId.of(clientId), ANNA, text);
    }

    static Draft toBruno(String text) {
        return Draft.of(BRUNO, text);
    }

    @Override
    public void close() {
        chat.close();
        composition.close();
    }
}
