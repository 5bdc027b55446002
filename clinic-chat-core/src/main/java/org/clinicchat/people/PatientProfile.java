package org.clinicchat.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clinicchat.outcome.Enforces;

/**
 * What an inbox shows of a patient (INBOX-2). The host puts and updates it. Its {@code toString} hides everything.
 *
 * @param id who
 * @param givenName at most 255 characters; empty if there is none
 * @param familyName at most 255 characters; empty if there is none
 * @param identifiers in the host's order; may be empty (INBOX-6)
 */
@Enforces("INBOX-6")
public record PatientProfile(PatientId id, String givenName, String familyName, List<PersonIdentifier> identifiers) {

    /** Checks the names; throws {@link IllegalArgumentException}. */
    public PatientProfile {
        Objects.requireNonNull(id, "id");
        DisplayText.check(givenName, "givenName");
        DisplayText.check(familyName, "familyName");
        identifiers = List.copyOf(identifiers);
    }

    /**
     * A profile without any identifier (INBOX-6).
     *
     * @param id who
     * @param givenName at most 255 characters
     * @param familyName at most 255 characters
     * @return the profile
     */
    public static PatientProfile of(PatientId id, String givenName, String familyName) {
        return new PatientProfile(id, givenName, familyName, List.of());
    }

    /**
     * The same profile with one identifier more.
     *
     * @param system the namespace, such as {@link PersonIdentifier#CODICE_FISCALE}
     * @param value the identifier in it
     * @return the profile
     */
    public PatientProfile with(String system, String value) {
        var all = new ArrayList<>(identifiers);
        all.add(new PersonIdentifier(system, value));
        return new PatientProfile(id, givenName, familyName, all);
    }

    @Override
    @Enforces("SAFE-5")
    public String toString() {
        return "PatientProfile[hidden]";
    }
}
