package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clinicchat.testkit.contract.Scene.ROSSI;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clinicchat.conversation.ConversationKey;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.port.ConversationPosition;
import org.clinicchat.port.Transport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that a {@link Transport} promises while nothing is cut: a hint, or a later one of the same conversation,
 * reaches whoever listens. It may come doubled, out of order and from another thread.
 */
public interface TransportContract {

    /**
     * The transport on which one test runs: a fresh one, or one that tests share.
     *
     * @return a transport; asked once a test
     */
    Transport transport();

    /**
     * Another node's transport: what is published at the one is heard at the other.
     *
     * @return a transport with connections and threads of its own; {@link #transport} where nodes share one object
     */
    Transport otherNode();

    /**
     * How long a hint may take at most. No test waits so long for a transport that carries.
     *
     * @return the time after which a hint is taken for lost
     */
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** What is published reaches everybody who listens, at any node. */
    @Test
    @Tag("LIVE-3")
    default void whatIsPublishedReachesAllListeners() {
        Transport transport = transport();
        Transport other = otherNode();
        Hearing here = new Hearing(patience());
        Hearing beside = new Hearing(patience());
        Hearing there = new Hearing(patience());
        try (Transport.Listening first = transport.listen(here);
                Transport.Listening second = transport.listen(beside);
                Transport.Listening third = other.listen(there)) {
            ConversationKey key = fresh();
            long revision = 0;
            for (Transport node : List.of(transport, other, transport)) {
                ConversationPosition position = position(key, ++revision);
                node.publish(position);
                assertThat(List.of(here, beside, there)).allMatch(hearing -> hearing.hears(position));
            }
            assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        }
    }

    /** Nothing is heard that was not published, and keys arrive to the character. */
    @Test
    @Tag("SAFE-2")
    default void nothingElseIsHeard() {
        Transport transport = transport();
        Hearing hearing = new Hearing(patience());
        ConversationKey key = fresh();
        List<ConversationPosition> published = List.of(
                position(key, 1),
                position(new ConversationKey(key.clinic(), ROSSI, PatientId.of("P1")), 2),
                position(new ConversationKey(key.clinic(), ROSSI, PatientId.of("p1")), 3),
                position(new ConversationKey(key.clinic(), ROSSI, PatientId.of("p.1-")), Long.MAX_VALUE));
        try (Transport.Listening listening = transport.listen(hearing)) {
            published.forEach(transport::publish);
            assertThat(published).allMatch(hearing::hears);
            assertThat(hearing.heardIn(key.clinic())).isSubsetOf(published);
            assertThat(listening).isNotNull();
        }
    }

    /** A listening that was closed hears nothing of what is published after; closing it again does nothing. */
    @Test
    @Tag("LIVE-3")
    default void aClosedListeningHearsNothing() {
        Transport transport = transport();
        Hearing open = new Hearing(patience());
        Hearing closed = new Hearing(patience());
        try (Transport.Listening listening = transport.listen(open)) {
            Transport.Listening ended = transport.listen(closed);
            ConversationPosition before = position(fresh(), 1);
            transport.publish(before);
            assertThat(closed.hears(before)).isTrue();
            ended.close();
            ended.close();
            ConversationPosition after = position(fresh(), 2);
            transport.publish(after);
            assertThat(open.hears(after)).isTrue();
            assertThat(closed.heardIn(after.key().clinic())).isEmpty();
            assertThat(listening).isNotNull();
        }
    }

    /** A listener that throws disturbs neither the others, nor the publisher, nor what it is told next. */
    @Test
    @Tag("LIVE-3")
    default void aThrowingListenerDisturbsNobody() {
        Transport transport = transport();
        Hearing before = new Hearing(patience());
        Hearing after = new Hearing(patience());
        Hearing thrower = new Hearing(patience());
        try (Transport.Listening one = transport.listen(before);
                Transport.Listening two = transport.listen(position -> {
                    thrower.accept(position);
                    throw new IllegalStateException("a listener's own mistake");
                });
                Transport.Listening three = transport.listen(after)) {
            for (int i = 1; i <= 3; i++) {
                ConversationPosition position = position(fresh(), i);
                transport.publish(position);
                assertThat(before.hears(position)).isTrue();
                assertThat(after.hears(position)).isTrue();
                assertThat(thrower.hears(position)).isTrue();
            }
            assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        }
    }

    /** Publishing with nobody listening is nothing; who listens later hears what is published later. */
    @Test
    @Tag("LIVE-3")
    default void publishingToNobodyIsNothing() {
        Transport transport = transport();
        ConversationKey key = fresh();
        transport.publish(position(key, 1));
        Hearing late = new Hearing(patience());
        try (Transport.Listening listening = transport.listen(late)) {
            transport.publish(position(key, 2));
            assertThat(late.hears(position(key, 2))).isTrue();
            assertThat(listening).isNotNull();
        }
    }

    /** Many threads publish, others come and go: who listens all the while hears of every conversation how far it is. */
    @Test
    @Tag("LIVE-3")
    default void manyThreadsPublishAndListen() {
        Transport transport = transport();
        List<Transport> nodes = List.of(transport, otherNode());
        Hearing hearing = new Hearing(patience());
        List<ConversationKey> keys =
                IntStream.range(0, Race.THREADS).mapToObj(i -> fresh()).toList();
        AtomicInteger passing = new AtomicInteger();
        try (Transport.Listening listening = transport.listen(hearing)) {
            List<Long> published = Race.of(Race.THREADS, thread -> {
                long revision = 0;
                while (revision < 50) {
                    Transport.Listening brief = nodes.get(thread % 2).listen(position -> passing.incrementAndGet());
                    nodes.get(thread % 2).publish(position(keys.get(thread), ++revision));
                    brief.close();
                }
                return revision;
            });
            assertThat(published).containsOnly(50L);
            assertThat(keys).allMatch(key -> hearing.hears(position(key, 50)));
            assertThat(listening).isNotNull();
            assertThat(passing.get()).isNotNegative();
        }
    }

    private static ConversationKey fresh() {
        return new ConversationKey(ClinicId.of(Scene.fresh("clinic")), ROSSI, PatientId.of("anna"));
    }

    private static ConversationPosition position(ConversationKey key, long revision) {
        return new ConversationPosition(key, revision);
    }
}
