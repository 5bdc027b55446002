package org.clinicchat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.people.Actor;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.AutoReplyLedger;
import org.clinicchat.service.AutoReplyRepeat;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;
import org.clinicchat.substitution.SubstituteReading;

/** Any facts and drafts at all, likely and unlikely ones; mostly such that the conversation can be seen. */
final class AnyFacts {
    private AnyFacts() {}

    static Arbitrary<CareFacts> facts() {
        Arbitrary<StoredCare> stored = Combinators.combine(
                        practices(), mostly(true), mostly(true), mostly(true), mostly(false), states(), priors())
                .as(StoredCare::new);
        return Combinators.combine(actors(), stored, settings(), moments())
                .as((actor, known, settings, now) -> new CareFacts(actor, Scene.KEY, known, settings, now));
    }

    static Arbitrary<Actor> actors() {
        List<Tuple.Tuple2<Integer, Actor>> all = new ArrayList<>();
        all.add(Tuple.of(9, Scene.AS_OWNER));
        all.add(Tuple.of(9, Scene.AS_SUBSTITUTE));
        all.add(Tuple.of(9, Scene.AS_PATIENT));
        all.add(Tuple.of(3, Scene.AS_HOST));
        Scene.STRANGERS.forEach(stranger -> all.add(Tuple.of(1, stranger)));
        return Arbitraries.frequency(all);
    }

    static Arbitrary<CareSettings> settings() {
        Arbitrary<MessageLimits> limits = Combinators.combine(Arbitraries.of(1, 3, 10_000), Arbitraries.of(0, 1, 5))
                .as(MessageLimits::new);
        return Combinators.combine(
                        limits,
                        Arbitraries.of(Attachments.class),
                        Arbitraries.of(ContactPolicy.class),
                        Arbitraries.of(DisableScope.class),
                        Arbitraries.of(AutoReplyRepeat.class),
                        Arbitraries.of(SubstituteReading.class),
                        Arbitraries.of(ReadReceipts.class))
                .as(CareSettings::new);
    }

    static Arbitrary<Draft> drafts() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("Hello", "", " ", "\u0000", "\ud800", "toolong", "a\nb"), Arbitraries.strings());
        Arbitrary<List<AttachmentRef>> files = Arbitraries.of("f1", "f1", "f2", "", "../")
                .map(AttachmentRef::of)
                .list()
                .ofMaxSize(6);
        Arbitrary<Optional<MessageSeq>> places =
                Arbitraries.longs().between(0, 5).map(MessageSeq::of).optional(0.5);
        return Combinators.combine(
                        Arbitraries.of("key-1", "key-2", "no key").map(ClientMessageId::of),
                        Arbitraries.of(Scene.PATIENT, Scene.PATIENT, Scene.PATIENT, Scene.OTHER_PATIENT),
                        texts,
                        Arbitraries.oneOf(Arbitraries.just(List.<AttachmentRef>of()), files),
                        places,
                        places)
                .as(Draft::new);
    }

    static Arbitrary<Instant> moments() {
        return Arbitraries.of(-1L, 0L, 1L, 2L, 3L, 4L, 3_600L).map(Scene.START::plusSeconds);
    }

    private static Arbitrary<Optional<Practice>> practices() {
        Arbitrary<AutoReply> replies = Combinators.combine(mostly(true), Arbitraries.of("Back soon", "On holiday"))
                .as((active, text) -> new AutoReply(active, text, 1, 0));
        return Combinators.combine(mostly(true), replies, accesses())
                .as((active, reply, access) ->
                        new Practice(Scene.OWNER, 4, new ChatService(active, Scene.START), reply, access))
                .optional(0.95);
    }

    private static Arbitrary<SubstituteAccess> accesses() {
        return Combinators.combine(
                        mostly(true), moments().optional(0.3), moments().optional(0.3))
                .as(SubstituteAccess::new);
    }

    private static Arbitrary<Optional<CareState>> states() {
        Arbitrary<AutoReplyLedger> ledgers =
                Combinators.combine(mostly(false), mostly(false), mostly(false)).as(AutoReplyLedger::new);
        return Combinators.combine(
                        Arbitraries.of(Scene.head(0), Scene.head(3), Scene.head(4), Scene.disabledHead()), ledgers)
                .as(CareState::new)
                .optional(0.85);
    }

    private static Arbitrary<Optional<PriorSend>> priors() {
        ConversationKey other = new ConversationKey(Scene.CLINIC, Scene.OWNER, Scene.OTHER_PATIENT);
        return Combinators.combine(Arbitraries.of(Scene.KEY, Scene.KEY, other), Arbitraries.of("Hello", "Good day"))
                .as((key, text) -> new PriorSend(key, Scene.message(2, Scene.AS_PATIENT, MessageKind.HUMAN, text)))
                .optional(0.15);
    }

    private static Arbitrary<Boolean> mostly(boolean value) {
        return Arbitraries.frequency(Tuple.of(5, value), Tuple.of(1, !value));
    }
}
