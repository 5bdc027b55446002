package org.clinicchat.people;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * A practitioner of a clinic. A FHIR id: 1 to 64 of {@code [A-Za-z0-9.-]}, compared byte by byte. Its {@code toString} hides it.
 *
 * @param value the id as the host knows it
 */
public record PractitionerId(String value) {

    /** Checks the form; throws {@link IllegalArgumentException} if it has another. */
    public PractitionerId {
        FhirId.check(value, "PractitionerId");
    }

    /**
     * The id, of the host's making.
     *
     * @param value 1 to 64 of {@code [A-Za-z0-9.-]}
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    public static PractitionerId of(String value) {
        return new PractitionerId(value);
    }

    /**
     * The id, if this is one; for strings that come from people, such as a part of an address.
     *
     * @param value any string
     * @return the id, or empty if it has another form
     */
    public static Optional<PractitionerId> parse(String value) {
        return FhirId.isOne(value) ? Optional.of(new PractitionerId(value)) : Optional.empty();
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "PractitionerId[hidden]";
    }
}
