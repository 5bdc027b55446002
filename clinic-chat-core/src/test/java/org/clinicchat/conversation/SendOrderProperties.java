package org.clinicchat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clinicchat.message.AttachmentRef;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageKind;
import org.clinicchat.message.MessageLimits;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.Refusal;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.outcome.RefusalDetail;
import org.clinicchat.people.Actor;

/** Where several rules say no, the first in the fixed order gives the reason. */
class SendOrderProperties {

    /** What can be wrong with a send, in the order in which it is asked. */
    private enum Slip {
        UNKNOWN_PATIENT(RefusalCode.NOT_FOUND),
        OTHER_PATIENT(RefusalCode.WRONG_PATIENT),
        SERVICE_OFF(RefusalCode.SERVICE_OFF),
        DISABLED(RefusalCode.CHAT_DISABLED),
        HEAD_MOVED(RefusalCode.HEAD_MOVED),
        MALFORMED_KEY(RefusalCode.MALFORMED_ID),
        TEXT_ONLY(RefusalCode.ATTACHMENTS_OFF),
        TEXT_TOO_LONG(RefusalCode.TEXT_TOO_LONG),
        CONTROL_CHARACTER(RefusalCode.CONTROL_CHARACTER),
        TOO_MANY_FILES(RefusalCode.TOO_MANY_ATTACHMENTS),
        MALFORMED_FILE(RefusalCode.MALFORMED_ATTACHMENT),
        SEEN_BEYOND(RefusalCode.BEYOND_HEAD);

        private final RefusalCode code;

        Slip(RefusalCode code) {
            this.code = code;
        }
    }

    @Provide
    Arbitrary<Set<Slip>> slips() {
        return Arbitraries.of(Slip.class).set();
    }

    @Provide
    Arbitrary<Actor> writers() {
        return Arbitraries.of(Scene.AS_OWNER, Scene.AS_SUBSTITUTE, Scene.AS_PATIENT);
    }

    @Property(tries = 1000, generation = GenerationMode.RANDOMIZED)
    @Tag("SAFE-1")
    void theFirstReasonInTheFixedOrderIsGiven(@ForAll("writers") Actor writer, @ForAll("slips") Set<Slip> slips) {
        Outcome<Decision<Receipt>> sent =
                CareDecisions.send(scene(writer, slips).facts(), draft(slips), Scene.FRESH);

        assertThat(sent.whyNot().map(Refusal::code)).isEqualTo(first(slips));
    }

    @Property(tries = 1000, generation = GenerationMode.RANDOMIZED)
    @Tag("CARE-8")
    void aReplayIsLookedForBeforeAnythingElse(
            @ForAll("writers") Actor writer, @ForAll("slips") Set<Slip> slips, @ForAll boolean sameText) {
        Set<Slip> others = EnumSet.noneOf(Slip.class);
        others.addAll(slips);
        others.remove(Slip.OTHER_PATIENT);
        Draft draft = draft(others);
        PriorSend prior = accepted(draft, writer, sameText ? draft.text() : draft.text() + "!");
        CareFacts facts = scene(writer, others).prior(prior).facts();

        assertThat(CareDecisions.send(facts, draft, Scene.FRESH))
                .isEqualTo(
                        sameText
                                ? Outcome.accepted(new Decision<>(prior.receipt(), List.of()))
                                : Outcome.refused(Refusal.of(RefusalCode.CLIENT_MESSAGE_ID_REUSED)));
    }

    @Property
    @Tag("SAFE-6")
    void aReasonBringsItsDetail(@ForAll("writers") Actor writer) {
        assertThat(reason(writer, Slip.SERVICE_OFF).detail(RefusalDetail.Since.class))
                .contains(new RefusalDetail.Since(Scene.START));
        assertThat(reason(writer, Slip.DISABLED).detail(RefusalDetail.Since.class))
                .contains(new RefusalDetail.Since(
                        Scene.disabledHead().availability().since()));
        assertThat(reason(writer, Slip.HEAD_MOVED).detail(MissedMessages.class))
                .contains(new MissedMessages(MessageSeq.of(3), List.of()));
        assertThat(reason(writer, Slip.TOO_MANY_FILES).detail(RefusalDetail.Limit.class))
                .contains(new RefusalDetail.Limit(2, 3));
    }

    private static Refusal reason(Actor writer, Slip slip) {
        Set<Slip> one = Set.of(slip);
        return CareDecisions.send(scene(writer, one).facts(), draft(one), Scene.FRESH)
                .whyNot()
                .orElseThrow();
    }

    private static Optional<RefusalCode> first(Set<Slip> slips) {
        return slips.stream().sorted().findFirst().map(slip -> slip.code);
    }

    private static Scene scene(Actor writer, Set<Slip> slips) {
        Scene scene = Scene.of(writer)
                .patientKnown(!slips.contains(Slip.UNKNOWN_PATIENT))
                .service(!slips.contains(Slip.SERVICE_OFF));
        CareSettings settings = CareSettings.defaults().with(new MessageLimits(9, 2));
        scene.settings(slips.contains(Slip.TEXT_ONLY) ? settings.with(Attachments.TEXT_ONLY) : settings);
        return slips.contains(Slip.DISABLED) ? scene.disabled() : scene;
    }

    private static Draft draft(Set<Slip> slips) {
        String key = slips.contains(Slip.MALFORMED_KEY) ? "no key" : "key-1";
        String text = (slips.contains(Slip.TEXT_TOO_LONG) ? "0123456789" : "a")
                + (slips.contains(Slip.CONTROL_CHARACTER) ? "\u0007" : "");
        Draft draft = Draft.of(
                        ClientMessageId.of(key),
                        slips.contains(Slip.OTHER_PATIENT) ? Scene.OTHER_PATIENT : Scene.PATIENT,
                        text)
                .attaching(files(slips));
        Draft headed = slips.contains(Slip.HEAD_MOVED) ? draft.expectingHead(MessageSeq.of(2)) : draft;
        return slips.contains(Slip.SEEN_BEYOND) ? headed.seenUpTo(MessageSeq.of(4)) : headed;
    }

    private static AttachmentRef[] files(Set<Slip> slips) {
        AttachmentRef good = AttachmentRef.of("f1");
        AttachmentRef last = slips.contains(Slip.MALFORMED_FILE) ? AttachmentRef.of("f 2") : good;
        return slips.contains(Slip.TOO_MANY_FILES)
                ? new AttachmentRef[] {good, good, last}
                : new AttachmentRef[] {last};
    }

    private static PriorSend accepted(Draft draft, Actor author, String text) {
        var sent = Scene.message(2, author, MessageKind.HUMAN, text);
        return new PriorSend(
                Scene.KEY,
                new Message(
                        sent.id(),
                        sent.conversation(),
                        sent.seq(),
                        sent.time(),
                        sent.authorship(),
                        sent.kind(),
                        text,
                        draft.attachments(),
                        sent.retraction()));
    }
}
