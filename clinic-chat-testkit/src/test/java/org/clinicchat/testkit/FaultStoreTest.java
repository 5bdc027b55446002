package org.clinicchat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clinicchat.message.ConversationId;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.service.Practice;
import org.clinicchat.testkit.FaultStore.Fault;
import org.junit.jupiter.api.Test;

/** The fault strikes at the chosen call, before the storage has done its part or after, and at no other. */
class FaultStoreTest {

    private static final ClinicId CLINIC = ClinicId.of("san-marco");

    private final List<String> done = new ArrayList<>();
    private final FaultStore store = FaultStore.over(new Noting());

    @Test
    void withoutAPlanEveryCallIsTheRealOne() {
        assertThat(store.audit().entries(CLINIC, 0, 1)).isEmpty();
        assertThat(store.audit().entries(CLINIC, 0, 1)).isEmpty();
        assertThat(store.calls()).isEqualTo(2);
        assertThat(store.hasStruck()).isFalse();
        assertThat(done).hasSize(2);
    }

    @Test
    void aFaultBeforeTheCallLeavesItUndone() {
        for (Fault fault : List.of(Fault.REFUSED, Fault.LOST_ON_THE_WAY)) {
            done.clear();
            store.strike(2, fault);
            store.audit().entries(CLINIC, 0, 1);
            assertThatThrownBy(() -> store.audit().entries(CLINIC, 0, 1))
                    .isInstanceOfSatisfying(
                            StorageFault.class,
                            e -> assertThat(e.isOutcomeKnown()).isEqualTo(fault == Fault.REFUSED));
            assertThat(done).hasSize(1);
            assertThat(store.hasStruck()).isTrue();
            store.audit().entries(CLINIC, 0, 1);
            assertThat(done).hasSize(2);
        }
    }

    @Test
    void aFaultAfterTheCallLosesTheAnswerAlone() {
        store.strike(1, Fault.ANSWER_LOST);
        assertThatThrownBy(() -> store.audit().entries(CLINIC, 0, 1))
                .isInstanceOfSatisfying(
                        StorageFault.class, e -> assertThat(e.isOutcomeKnown()).isFalse());
        assertThat(done).hasSize(1);
    }

    @Test
    void everyPortIsCounted() {
        store.strike(5, Fault.REFUSED);
        assertThat(store.conversations().find(CLINIC, ConversationId.of("x"))).isEmpty();
        assertThat(store.inboxes().positions(CLINIC, PatientId.of("x"))).isEmpty();
        assertThat(store.practices().add(CLINIC, Practice.of(PractitionerId.of("x"), Instant.EPOCH), List.of()))
                .isFalse();
        assertThat(store.directory().patient(CLINIC, PatientId.of("x"))).isEmpty();
        assertThatThrownBy(() -> store.audit().entries(CLINIC, 0, 1)).isInstanceOf(StorageFault.class);
        assertThat(done).containsExactly("find", "positions", "add", "patient");
    }

    @Test
    void healingTakesThePlanBack() {
        store.strike(1, Fault.REFUSED);
        store.heal();
        store.audit().entries(CLINIC, 0, 1);
        assertThat(store.hasStruck()).isFalse();
        assertThat(store.calls()).isEqualTo(1);
    }

    @Test
    void whatTheStorageThrowsIsThrown() {
        FaultStore failing = FaultStore.over(new Noting() {
            @Override
            Object answer(String method) {
                throw new StorageFault("The disk is full.", true, null);
            }
        });
        assertThatThrownBy(() -> failing.audit().entries(CLINIC, 0, 1))
                .isInstanceOf(StorageFault.class)
                .hasMessage("The disk is full.");
        assertThat(failing.hasStruck()).isFalse();
    }

    /** Notes each call, and gives the emptiest answer. */
    private class Noting implements Storage {

        Object answer(String method) {
            done.add(method);
            return switch (method) {
                case "find", "patient" -> Optional.empty();
                case "add" -> false;
                default -> List.of();
            };
        }

        private <P> P port(Class<P> port) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(),
                    new Class<?>[] {port},
                    (proxy, method, arguments) -> answer(method.getName())));
        }

        @Override
        public ConversationStore conversations() {
            return port(ConversationStore.class);
        }

        @Override
        public InboxStore inboxes() {
            return port(InboxStore.class);
        }

        @Override
        public PracticeStore practices() {
            return port(PracticeStore.class);
        }

        @Override
        public DirectoryStore directory() {
            return port(DirectoryStore.class);
        }

        @Override
        public AuditStore audit() {
            return port(AuditStore.class);
        }
    }
}
