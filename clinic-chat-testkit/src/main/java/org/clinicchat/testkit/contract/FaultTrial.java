package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.Breakdown;

/**
 * One operation with a breakdown at one step.
 *
 * @param storage the sound one
 * @param operation what is done
 * @param undisturbed what it leaves otherwise
 */
record FaultTrial(Storage storage, FacadeOperation operation, Undisturbed undisturbed) {

    /** Expects what is promised; false if the operation has fewer steps, so that nothing has broken down. */
    boolean strikes(Breakdown breakdown, long step) {
        SmallClinic clinic = SmallClinic.on(storage);
        try (ClinicChat here = SmallClinic.chat(breakdown.storage());
                ClinicChat there = SmallClinic.chat(storage)) {
            breakdown.strike(step);
            Optional<StorageFault> fault = fault(clinic.at(here));
            boolean struck = breakdown.hasStruck();
            breakdown.heal();
            Picture left = Picture.of(storage, clinic.id());
            if (fault.isEmpty()) {
                assertThat(left).isEqualTo(undisturbed.after());
                return struck;
            }
            assertThat(left)
                    .as("after %s at step %s", breakdown, step)
                    .isIn(fault.get().isOutcomeKnown() ? undisturbed.withoutIt() : undisturbed.withItOrWithout());
            for (ClinicChat chat : List.of(here, there)) {
                assertThat(operation.on(clinic.at(chat))).isEqualTo(undisturbed.answer());
            }
            assertThat(Picture.of(storage, clinic.id()).care())
                    .isEqualTo(undisturbed.after().care());
        }
        return true;
    }

    /** With what the operation failed, if it did: with nothing else than a fault of the storage, which names nobody. */
    private Optional<StorageFault> fault(SmallClinic.At at) {
        try {
            assertThat(operation.on(at)).isEqualTo(undisturbed.answer());
            return Optional.empty();
        } catch (RuntimeException e) {
            assertThat(e).as("what a breakdown throws").isInstanceOf(StorageFault.class);
            assertThat(e.getMessage()).as("what to do").isNotBlank();
            assertThat(Discretion.broken(e)).as("what a fault tells of people").isEmpty();
            return Optional.of((StorageFault) e);
        }
    }
}
