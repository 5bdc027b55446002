package org.clinicchat.people;

import java.util.Optional;

/**
 * A participant of a visit who is neither a practitioner nor a patient. A FHIR id: 1 to 64 of {@code [A-Za-z0-9.-]}, compared byte by byte. Its {@code toString} hides it.
 *
 * @param value the id as the host knows it
 */
public record GuestId(String value) {

    /** Checks the form; throws {@link IllegalArgumentException} if it has another. */
    public GuestId {
        FhirId.check(value, "GuestId");
    }

    /**
     * The id, of the host's making.
     *
     * @param value 1 to 64 of {@code [A-Za-z0-9.-]}
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    public static GuestId of(String value) {
        return new GuestId(value);
    }

    /**
     * The id, if this is one; for strings that come from people, such as a part of an address.
     *
     * @param value any string
     * @return the id, or empty if it has another form
     */
    public static Optional<GuestId> parse(String value) {
        return FhirId.isOne(value) ? Optional.of(new GuestId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "GuestId[hidden]";
    }
}
