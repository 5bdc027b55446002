package org.clinicchat.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clinicchat.ClinicChat;
import org.clinicchat.port.Storage;
import org.clinicchat.port.StorageFault;
import org.clinicchat.testkit.Breakdown;

/**
 * One operation with a breakdown at one step after another.
 *
 * @param storage the sound one
 * @param operation what is done
 * @param undisturbed what it leaves otherwise
 */
record FaultTrial(Storage storage, FacadeOperation operation, Undisturbed undisturbed) {

    private static final long MOST_STEPS = 100;

    /**
     * Breaks down at every step of the operation and expects what is promised. A clinic in which a fault has left all as it
     * was serves for the next step too: so the operation is also done again and again, and fails each time elsewhere.
     *
     * @return how many steps it has
     */
    long stepsOf(Breakdown breakdown) {
        SmallClinic clinic = SmallClinic.on(storage);
        for (long step = 1; step <= MOST_STEPS; step++) {
            Optional<Picture> left = leftAt(clinic, breakdown, step);
            if (left.isEmpty()) {
                return step - 1;
            }
            if (!left.get().equals(undisturbed.before())) {
                clinic = SmallClinic.on(storage);
            }
        }
        throw new AssertionError("an operation has more than " + MOST_STEPS + " steps");
    }

    /** What a breakdown at this step leaves; empty if the operation has fewer, so that nothing has broken down. */
    private Optional<Picture> leftAt(SmallClinic clinic, Breakdown breakdown, long step) {
        try (ClinicChat here = SmallClinic.chat(breakdown.storage());
                ClinicChat there = SmallClinic.chat(storage)) {
            breakdown.strike(step);
            Optional<StorageFault> fault = fault(clinic.at(here));
            boolean struck = breakdown.hasStruck();
            breakdown.heal();
            Picture left = Picture.of(storage, clinic.id());
            assertThat(left)
                    .as("after %s at step %s", breakdown, step)
                    .isIn(fault.map(this::expected).orElse(List.of(undisturbed.after())));
            if (!struck || !left.equals(undisturbed.before())) {
                settles(clinic, List.of(here, there));
            }
            return struck ? Optional.of(left) : Optional.empty();
        }
    }

    private List<Picture> expected(StorageFault fault) {
        return fault.isOutcomeKnown() ? undisturbed.withoutIt() : undisturbed.withItOrWithout();
    }

    /** Done again, at this node and at another, it gives the first answer and leaves what one operation would have left. */
    private void settles(SmallClinic clinic, List<ClinicChat> nodes) {
        for (ClinicChat node : nodes) {
            assertThat(operation.on(clinic.at(node))).isEqualTo(undisturbed.answer());
        }
        assertThat(Picture.of(storage, clinic.id()).care())
                .isEqualTo(undisturbed.after().care());
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
