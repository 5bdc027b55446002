package org.clinicchat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;
import org.clinicchat.testkit.contract.TransportContract;
import org.junit.jupiter.api.Test;

/** It is a transport as any other, and remembers. */
class RecordingTransportTest implements TransportContract {

    private final RecordingTransport shared = new RecordingTransport();

    @Override
    public Transport transport() {
        return shared;
    }

    @Override
    public Transport otherNode() {
        return shared;
    }

    @Test
    void itRemembersWhatWasPublished() {
        RecordingTransport transport = new RecordingTransport();
        ConversationPosition one = position("anna", 1);
        ConversationPosition two = position("bruno", 4);
        transport.publish(one);
        transport.publish(two);
        transport.publish(one);
        assertThat(transport.published()).isEqualTo(List.of(one, two, one));
        assertThat(transport.published(one.key())).containsExactly(1L, 1L);
        assertThat(transport.published(two.key())).containsExactly(4L);
    }

    @Test
    void itTellsHowManyListen() {
        RecordingTransport transport = new RecordingTransport();
        Transport.Listening one = transport.listen(position -> {});
        Transport.Listening two = transport.listen(position -> {});
        assertThat(transport.listeners()).isEqualTo(2);
        one.close();
        one.close();
        assertThat(transport.listeners()).isEqualTo(1);
        two.close();
        assertThat(transport.listeners()).isZero();
    }

    private static ConversationPosition position(String patient, long revision) {
        return new ConversationPosition(
                new ConversationKey(ClinicId.of("san-marco"), PractitionerId.of("dr-rossi"), PatientId.of(patient)),
                revision);
    }
}
