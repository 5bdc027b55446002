package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.FaultStore;
import org.clinicchat.testkit.FaultStore.Fault;

/** One operation with one fault at one call. */
final class FaultTrial {

    private final Storage storage;
    private final FacadeOperation operation;
    private final Fault fault;
    private final long call;

    FaultTrial(Storage storage, FacadeOperation operation, Fault fault, long call) {
        this.storage = storage;
        this.operation = operation;
        this.fault = fault;
        this.call = call;
    }

    /** Expects what is promised; false if the operation makes fewer calls, so that no fault has struck. */
    boolean strikes() {
        SmallClinic clinic = SmallClinic.on(storage);
        Picture before = Picture.of(storage, clinic.id());
        assertThat(before.care().toString()).contains(SmallClinic.FIRST, SmallClinic.SECOND);
        List<Object> answer = new ArrayList<>();
        Picture after = faultless(at -> answer.add(operation.on(at)));
        FaultStore faulty = FaultStore.over(storage);
        try (ClinicChat here = SmallClinic.chat(faulty);
                ClinicChat there = SmallClinic.chat(storage)) {
            faulty.strike(call, fault);
            if (!fails(clinic.at(here))) {
                assertThat(Picture.of(storage, clinic.id())).isEqualTo(after);
                return false;
            }
            assertThat(Picture.of(storage, clinic.id()))
                    .as("after %s at call %s", fault, call)
                    .isIn(allowed(before, after));
            faulty.heal();
            for (ClinicChat chat : List.of(here, there)) {
                assertThat(operation.on(clinic.at(chat))).isEqualTo(answer.get(0));
                assertThat(Picture.of(storage, clinic.id()).care()).isEqualTo(after.care());
            }
        }
        return true;
    }

    private boolean fails(SmallClinic.At at) {
        try {
            operation.on(at);
            return false;
        } catch (StorageFault e) {
            assertThat(e.isOutcomeKnown()).isEqualTo(fault == Fault.REFUSED);
            return true;
        }
    }

    /** As before or as after; and where a conversation begins first, as if it had begun and no more. */
    private List<Picture> allowed(Picture before, Picture after) {
        List<Picture> allowed = new ArrayList<>(List.of(before, after));
        operation
                .firstStep()
                .ifPresent(step -> allowed.add(faultless(at -> step.apply(at).orThrow())));
        return allowed;
    }

    /** What something leaves in a clinic like the one of the trial, without a fault. */
    private Picture faultless(Consumer<SmallClinic.At> call) {
        SmallClinic clinic = SmallClinic.on(storage);
        try (ClinicChat chat = SmallClinic.chat(storage)) {
            call.accept(clinic.at(chat));
        }
        return Picture.of(storage, clinic.id());
    }
}
