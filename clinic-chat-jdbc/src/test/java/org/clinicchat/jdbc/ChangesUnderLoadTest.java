package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clinicchat.Clinic;
import org.clinicchat.Conversation;
import org.clinicchat.message.Draft;
import org.clinicchat.people.WorkGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes that both know a conversation well, and both send to it as fast as they can, while now one and now the other
 * forbids it and permits it again: from when it is forbidden until it is permitted nothing is stored, whatever either node has
 * in memory.
 */
class ChangesUnderLoadTest {

    private static final int ROUNDS = 6;
    private static final int SENDERS = 4;

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("DIS-6")
    void whileDisabledNothingIsStored(Dialect dialect) {
        holds(
                dialect,
                node -> HeldClinic.owner(node, HeldClinic.ANNA).disable().orThrow(),
                node -> HeldClinic.owner(node, HeldClinic.ANNA).enable().orThrow());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("CARE-2")
    void whileTheServiceIsOffNothingIsStored(Dialect dialect) {
        holds(
                dialect,
                node -> node.practitioner(HeldClinic.ROSSI)
                        .settings()
                        .deactivateService()
                        .orThrow(),
                node -> node.practitioner(HeldClinic.ROSSI)
                        .settings()
                        .activateService()
                        .orThrow());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SUB-5")
    @Tag("SUB-1")
    void whileInNoCommonGroupNothingOfASubstituteIsStored(Dialect dialect) {
        holds(
                dialect,
                node -> node.host().putWorkGroup(WorkGroup.of(HeldClinic.GROUP, HeldClinic.VERDI)),
                node -> node.host().putWorkGroup(WorkGroup.of(HeldClinic.GROUP, HeldClinic.VERDI, HeldClinic.ROSSI)));
    }

    private static void holds(Dialect dialect, Consumer<Clinic> forbid, Consumer<Clinic> permit) {
        try (HeldClinic clinic = HeldClinic.on(dialect)) {
            HeldClinic.owner(clinic.here, HeldClinic.ANNA)
                    .send(Draft.of(HeldClinic.ANNA, "Buongiorno"))
                    .orThrow();
            AtomicBoolean ended = new AtomicBoolean();
            List<Called<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Clinic node = i % 2 == 0 ? clinic.here : clinic.there;
                senders.add(Called.by(
                        "sender-" + i, () -> sendUntil(ended, HeldClinic.substitute(node, HeldClinic.ANNA))));
            }
            for (int round = 0; round < ROUNDS; round++) {
                Clinic node = round % 2 == 0 ? clinic.here : clinic.there;
                long before = clinic.messages();
                Called.until(() -> clinic.messages() > before);
                forbid.accept(node);
                long then = clinic.messages();
                assertThat(HeldClinic.substitute(round % 3 == 0 ? clinic.there : clinic.here, HeldClinic.ANNA)
                                .send(Draft.of(HeldClinic.ANNA, "Adesso no"))
                                .isAccepted())
                        .isFalse();
                assertThat(clinic.messages()).as("round %d", round).isEqualTo(then);
                permit.accept(node);
            }
            ended.set(true);
            int accepted = senders.stream().mapToInt(Called::get).sum();
            assertThat(clinic.messages()).isEqualTo(accepted + 1);
        }
    }

    private static int sendUntil(AtomicBoolean ended, Conversation talk) {
        int accepted = 0;
        while (!ended.get()) {
            accepted += talk.send(Draft.of(HeldClinic.ANNA, "Ancora")).isAccepted() ? 1 : 0;
        }
        return accepted;
    }
}
