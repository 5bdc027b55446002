package org.clinicchat.people;

import org.clinicchat.outcome.Enforces;

/**
 * An identifier that a country or an institution gave to a person, like FHIR's {@code Identifier}. Its {@code toString}
 * has the system alone.
 *
 * @param system the namespace, a URI such as {@link #CODICE_FISCALE}; 1 to 255 characters
 * @param value the identifier in it; 1 to 255 characters, not blank
 */
public record PersonIdentifier(String system, String value) {

    /** The system of the Italian codice fiscale. */
    public static final String CODICE_FISCALE = "http://hl7.it/sid/codiceFiscale";

    /** Checks both parts; throws {@link IllegalArgumentException}. */
    public PersonIdentifier {
        DisplayText.check(system, "system");
        DisplayText.check(value, "value");
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("an identifier has a system and a value");
        }
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "PersonIdentifier[" + system + ", hidden]";
    }
}
