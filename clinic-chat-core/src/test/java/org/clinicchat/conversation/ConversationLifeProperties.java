package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.clinicchat.conversation.ConversationLife.Act;
import org.clinicchat.conversation.ConversationLife.Step;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PersonRef;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyDelivery;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.AutoReplyRepeat;

/** Over any history of one conversation. */
class ConversationLifeProperties {

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Act> acts = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Act.SEND)),
                Tuple.of(2, Arbitraries.just(Act.RETRACT)),
                Tuple.of(4, Arbitraries.of(Act.class)));
        Arbitrary<Actor> actors = Arbitraries.of(
                Scene.AS_OWNER,
                Scene.AS_SUBSTITUTE,
                Scene.AS_PATIENT,
                Scene.AS_PATIENT,
                Scene.AS_PATIENT,
                Scene.AS_HOST);
        return Combinators.combine(
                        acts,
                        actors,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(0, 20))
                .as(Step::new);
    }

    @Provide
    Arbitrary<CareSettings> settings() {
        return AnyFacts.settings()
                .map(settings -> settings.with(CareSettings.defaults().limits()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-7")
    @Tag("READ-8")
    void theHeadIsAlwaysWhatARecountGives(
            @ForAll("settings") CareSettings settings, @ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = new ConversationLife(settings);
        for (Step step : steps) {
            life.live(step);
            assertThat(life.state().map(CareState::head)).isEqualTo(life.recount.head());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-7")
    void sequencesAndRevisionsHaveNoGaps(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = lived(CareSettings.defaults(), steps);

        assertThat(life.recount.messages.stream().map(message -> message.seq().value()))
                .containsExactlyElementsOf(upTo(life.recount.messages.size()));
        assertThat(life.recount.revisions).containsExactlyElementsOf(upTo(life.recount.revisions.size()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-7")
    void aMessagesTimeIsTheLaterOfTheClockAndTheLastTime(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = new ConversationLife(CareSettings.defaults());
        for (Step step : steps) {
            Optional<Instant> before = life.state().map(state -> state.head().lastTime());
            Instant expected = before.filter(last -> last.isAfter(step.now())).orElse(step.now());
            for (Change change : life.live(step)) {
                if (change instanceof Change.MessageAppended appended) {
                    assertThat(appended.message().time()).isEqualTo(expected);
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("CARE-1")
    void aConversationBeginsAtMostOnceAndKeepsItsIdAndKey(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = lived(CareSettings.defaults(), steps);

        assertThat(life.recount.beginnings()).isEqualTo(life.state().isPresent() ? 1 : 0);
        life.state().ifPresent(state -> {
            assertThat(state.head().key()).isEqualTo(Scene.KEY);
            assertThat(life.recount.messages)
                    .allMatch(message ->
                            message.conversation().equals(state.head().id()));
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-1")
    @Tag("AUTO-2")
    void theAutomaticReplyFollowsExactlyThePatientsMessageForWhichItIsDue(
            @ForAll AutoReplyRepeat policy, @ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = new ConversationLife(CareSettings.defaults().with(policy));
        Set<Object> had = new HashSet<>();
        for (Step step : steps) {
            List<Message> arrived = life.live(step).stream()
                    .filter(Change.MessageAppended.class::isInstance)
                    .map(change -> ((Change.MessageAppended) change).message())
                    .toList();
            boolean byPatient =
                    !arrived.isEmpty() && arrived.get(0).authorship().author().equals(PersonRef.of(Scene.PATIENT));
            boolean due = byPatient && life.reply().active() && had.add(what(policy, life.reply()));
            assertThat(arrived)
                    .filteredOn(m -> m.kind() == MessageKind.AUTO_REPLY)
                    .hasSize(due ? 1 : 0);
            assertThat(arrived).hasSizeLessThanOrEqualTo(due ? 2 : 1);
        }
    }

    private static Object what(AutoReplyRepeat policy, AutoReply reply) {
        return switch (policy) {
            case ONCE_PER_TEXT -> List.of(reply.round(), reply.text());
            case ONCE_EVER -> reply.round();
            case ONCE_PER_ACTIVATION -> List.of(reply.round(), reply.activation());
        };
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-3")
    void everyAutomaticReplyCommitsWithItsLedgerRow(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        ConversationLife life = new ConversationLife(CareSettings.defaults());
        for (Step step : steps) {
            AutoReplyDelivery now = life.reply().delivery();
            List<Change> changes = life.live(step);
            long replies = changes.stream()
                    .filter(change -> change instanceof Change.MessageAppended appended
                            && appended.message().kind() == MessageKind.AUTO_REPLY)
                    .count();

            assertThat(changes)
                    .filteredOn(Change.AutoReplyDelivered.class::isInstance)
                    .isEqualTo(replies == 0 ? List.of() : List.of(new Change.AutoReplyDelivered(now)));
            assertThat(replies).isLessThanOrEqualTo(1);
            if (replies == 1) {
                assertThat(life.evolved().map(CareState::ledger)).contains(AutoReplyLedger.DELIVERED);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("READ-3")
    @Tag("CARE-6")
    void unreadFollowsFromTalliesAndEqualsARecount(
            @ForAll @Size(max = 30) List<@From("steps") Step> steps, @ForAll Side reader) {
        ConversationLife life = lived(CareSettings.defaults(), steps);
        Tally head = life.state().map(state -> state.head().tally()).orElse(Tally.ZERO);
        for (long cursor = 0; cursor <= life.recount.messages.size(); cursor++) {
            long above = cursor;
            long retracted = life.recount.messages.stream()
                    .filter(message -> message.seq().value() > above && message.isRetracted())
                    .filter(message -> isCounted(reader, message))
                    .count();
            long unread = head.unread(reader, life.recount.tally(cursor), retracted);

            assertThat(unread).isNotNegative().isEqualTo(life.recount.unread(reader, cursor));
            assertThat(unread)
                    .isEqualTo(life.recount.messages.stream()
                            .filter(message -> message.seq().value() > above && reader.counts(message))
                            .count());
        }
    }

    private static boolean isCounted(Side reader, Message message) {
        return message.kind() != MessageKind.SYSTEM
                && Side.of(message.authorship().author()).equals(Optional.of(reader.other()));
    }

    private static ConversationLife lived(CareSettings settings, List<Step> steps) {
        ConversationLife life = new ConversationLife(settings);
        steps.forEach(life::live);
        return life;
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
