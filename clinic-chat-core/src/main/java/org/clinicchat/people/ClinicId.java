package org.clinicchat.people;

import java.util.Optional;

/**
 * The clinic: the tenant. Everything is inside exactly one, and nothing crosses it. A FHIR id: 1 to 64 of {@code [A-Za-z0-9.-]}, compared byte by byte. Its {@code toString} shows it: it names no person.
 *
 * @param value the id as the host knows it
 */
public record ClinicId(String value) {

    /** Checks the form; throws {@link IllegalArgumentException} if it has another. */
    public ClinicId {
        FhirId.check(value, "ClinicId");
    }

    /**
     * The id, of the host's making.
     *
     * @param value 1 to 64 of {@code [A-Za-z0-9.-]}
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    public static ClinicId of(String value) {
        return new ClinicId(value);
    }

    /**
     * The id, if this is one; for strings that come from people, such as a part of an address.
     *
     * @param value any string
     * @return the id, or empty if it has another form
     */
    public static Optional<ClinicId> parse(String value) {
        return FhirId.isOne(value) ? Optional.of(new ClinicId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
