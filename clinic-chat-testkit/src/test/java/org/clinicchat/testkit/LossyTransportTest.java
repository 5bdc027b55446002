package org.clinicchat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;
import org.clinicchat.testkit.LossyTransport.Fate;
import org.clinicchat.testkit.contract.TransportContract;
import org.junit.jupiter.api.Test;

/** Where it carries all it is a transport as any other; else it does what it is told. */
class LossyTransportTest implements TransportContract {

    private static final ConversationKey KEY =
            new ConversationKey(ClinicId.of("san-marco"), PractitionerId.of("dr-rossi"), PatientId.of("anna"));

    private final RecordingTransport shared = new RecordingTransport();

    @Override
    public Transport transport() {
        return LossyTransport.over(shared, position -> Fate.CARRIED);
    }

    @Override
    public Transport otherNode() {
        return LossyTransport.over(shared, position -> Fate.CARRIED);
    }

    @Test
    void itDoesWhatTheDecisionSays() {
        List<Fate> fates =
                List.of(Fate.CARRIED, Fate.LOST, Fate.HELD, Fate.HELD, Fate.DOUBLED, Fate.CARRIED, Fate.HELD);
        RecordingTransport carrier = new RecordingTransport();
        LossyTransport lossy = LossyTransport.over(carrier, position -> fates.get((int) position.revision() - 1));
        publish(lossy, fates.size());
        assertThat(carrier.published(KEY)).containsExactly(1L, 5L, 5L, 3L, 4L, 6L);
        lossy.letGo();
        assertThat(carrier.published(KEY)).containsExactly(1L, 5L, 5L, 3L, 4L, 6L, 7L);
        lossy.letGo();
        assertThat(carrier.published(KEY)).hasSize(7);
    }

    @Test
    void aSeedDoesAllOfItAndTheSameAgain() {
        List<Long> first = seeded(42);
        assertThat(seeded(42)).isEqualTo(first);
        assertThat(seeded(43)).isNotEqualTo(first);
        assertThat(new HashSet<>(first)).hasSizeBetween(50, 95);
        assertThat(first.size()).isGreaterThan(new HashSet<>(first).size());
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
    }

    @Test
    void listenersHearWhatTheCarrierCarries() {
        List<ConversationPosition> heard = new ArrayList<>();
        LossyTransport lossy = LossyTransport.over(
                new RecordingTransport(), position -> position.revision() == 2 ? Fate.LOST : Fate.CARRIED);
        try (Transport.Listening listening = lossy.listen(heard::add)) {
            publish(lossy, 3);
            assertThat(listening).isNotNull();
        }
        publish(lossy, 1);
        assertThat(heard).containsExactly(new ConversationPosition(KEY, 1), new ConversationPosition(KEY, 3));
    }

    private static List<Long> seeded(long seed) {
        RecordingTransport carrier = new RecordingTransport();
        LossyTransport lossy = LossyTransport.seeded(carrier, seed);
        publish(lossy, 100);
        lossy.letGo();
        return carrier.published(KEY);
    }

    private static void publish(Transport transport, int many) {
        LongStream.rangeClosed(1, many)
                .mapToObj(revision -> new ConversationPosition(KEY, revision))
                .forEach(transport::publish);
    }
}
