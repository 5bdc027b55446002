package org.clinicchat.people;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;

/**
 * A patient of a clinic. A FHIR id: 1 to 64 of {@code [A-Za-z0-9.-]}, compared byte by byte. Its {@code toString} hides it.
 *
 * @param value the id as the host knows it
 */
public record PatientId(String value) {

    /** Checks the form; throws {@link IllegalArgumentException} if it has another. */
    public PatientId {
        FhirId.check(value, "PatientId");
    }

    /**
     * The id, of the host's making.
     *
     * @param value 1 to 64 of {@code [A-Za-z0-9.-]}
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    public static PatientId of(String value) {
        return new PatientId(value);
    }

    /**
     * The id, if this is one; for strings that come from people, such as a part of an address.
     *
     * @param value any string
     * @return the id, or empty if it has another form
     */
    public static Optional<PatientId> parse(String value) {
        return FhirId.isOne(value) ? Optional.of(new PatientId(value)) : Optional.empty();
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "PatientId[hidden]";
    }
}
