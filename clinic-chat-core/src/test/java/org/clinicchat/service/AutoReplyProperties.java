package org.clinicchat.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The automatic reply, its ledger, and what "already delivered" means. */
class AutoReplyProperties {

    @Provide
    Arbitrary<AutoReply> replies() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("Back soon", "On holiday", "back soon"),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(AutoReply::new);
    }

    /** What a practitioner does with his automatic reply, one after another. */
    private enum Act {
        ON,
        OFF,
        SAY_A,
        SAY_B,
        RESET,
        PATIENT_WRITES;

        AutoReply on(AutoReply reply) {
            return switch (this) {
                case ON -> reply.switchedOn();
                case OFF -> reply.switchedOff();
                case SAY_A -> reply.saying("A");
                case SAY_B -> reply.saying("B");
                case RESET -> reply.reset();
                case PATIENT_WRITES -> reply;
            };
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-2")
    void aReplyIsDueExactlyIfThePolicyHasNotSeenIt(
            @ForAll("replies") AutoReply now,
            @ForAll("replies") AutoReply first,
            @ForAll("replies") AutoReply second,
            @ForAll AutoReplyRepeat policy) {
        List<AutoReply> sent = List.of(first, second);
        AutoReplyLedger ledger =
                AutoReplyLedger.of(sent.stream().map(AutoReply::delivery).toList(), now.delivery());
        boolean had = sent.stream().anyMatch(reply -> reply.round() == now.round() && isSame(policy, reply, now));

        assertThat(policy.isDue(ledger)).isEqualTo(!had);
    }

    private static boolean isSame(AutoReplyRepeat policy, AutoReply one, AutoReply other) {
        return switch (policy) {
            case ONCE_PER_TEXT -> one.text().equals(other.text());
            case ONCE_EVER -> true;
            case ONCE_PER_ACTIVATION -> one.activation() == other.activation();
        };
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-2")
    void overAnyHistoryNothingGoesOutTwice(@ForAll List<Act> acts, @ForAll AutoReplyRepeat policy) {
        AutoReply reply = AutoReply.NONE.saying("A");
        List<AutoReplyDelivery> entries = new ArrayList<>();
        Set<Object> sent = new HashSet<>();
        for (Act act : acts) {
            reply = act.on(reply);
            boolean due = policy.isDue(AutoReplyLedger.of(entries, reply.delivery()));
            if (act == Act.PATIENT_WRITES && reply.active()) {
                assertThat(due).isEqualTo(sent.add(what(policy, reply)));
                if (due) {
                    entries.add(reply.delivery());
                }
            }
        }
    }

    private static Object what(AutoReplyRepeat policy, AutoReply reply) {
        return switch (policy) {
            case ONCE_PER_TEXT -> List.of(reply.round(), reply.text());
            case ONCE_EVER -> reply.round();
            case ONCE_PER_ACTIVATION -> List.of(reply.round(), reply.activation());
        };
    }

    @Example
    @Tag("AUTO-2")
    void theLedgerOfADeliveryJustNowSaysDelivered() {
        AutoReply reply = AutoReply.NONE.saying("A").switchedOn();

        assertThat(AutoReplyLedger.of(List.of(reply.delivery()), reply.delivery()))
                .isEqualTo(AutoReplyLedger.DELIVERED);
        assertThat(AutoReplyLedger.of(List.of(), reply.delivery())).isEqualTo(AutoReplyLedger.EMPTY);
        assertThat(AutoReplyLedger.of(List.of(reply.delivery()), reply.reset().delivery()))
                .isEqualTo(AutoReplyLedger.EMPTY);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-4")
    void switchingOffKeepsTheTextAndSwitchingOnCounts(@ForAll("replies") AutoReply reply) {
        AutoReply off = reply.switchedOff();
        AutoReply again = off.switchedOn();

        assertThat(off).isEqualTo(new AutoReply(false, reply.text(), reply.activation(), reply.round()));
        assertThat(again).isEqualTo(new AutoReply(true, reply.text(), reply.activation() + 1, reply.round()));
        assertThat(again.switchedOn()).isSameAs(again);
        assertThat(off.switchedOff()).isSameAs(off);
        assertThat(again.reset()).isEqualTo(new AutoReply(true, again.text(), again.activation(), reply.round() + 1));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Tag("AUTO-4")
    void anotherTextChangesNothingElse(@ForAll("replies") AutoReply reply) {
        assertThat(reply.saying("Elsewhere"))
                .isEqualTo(new AutoReply(reply.active(), "Elsewhere", reply.activation(), reply.round()));
        assertThat(reply.saying(reply.text())).isSameAs(reply);
    }

    @Example
    @Tag("AUTO-4")
    void anActiveReplyHasAText() {
        AutoReply active = AutoReply.NONE.saying("A").switchedOn();

        assertThatThrownBy(AutoReply.NONE::switchedOn).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> active.saying(" \u200b\n")).isInstanceOf(IllegalArgumentException.class);
        assertThat(active.switchedOff().saying(" ").active()).isFalse();
    }

    @Example
    @Tag("AUTO-2")
    void theLedgerKeepsADigestOfTheText() {
        AutoReplyDelivery delivery = AutoReply.NONE.saying("abc").delivery();

        assertThat(delivery.textDigest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(delivery).hasToString("AutoReplyDelivery[round 0, activation 0]");
        assertThat(AutoReply.NONE).hasToString("AutoReply[off]");
        assertThat(AutoReply.NONE.saying("abc").switchedOn()).hasToString("AutoReply[on]");
    }
}
