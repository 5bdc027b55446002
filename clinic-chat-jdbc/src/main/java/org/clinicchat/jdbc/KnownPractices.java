package org.clinicchat.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.PracticeFacts;

/**
 * What was read of practices, for whoever reads a list: all of it is under the practice's version, which the list's own
 * statement holds against the present. Bounded; safe for any number of threads.
 */
final class KnownPractices {

    private static final long MOST_KNOWN = 10_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<Asked, PracticeFacts> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(UNUSED)
            .build();

    /** Who asked of whom. */
    private record Asked(ClinicId clinic, PractitionerId owner, PractitionerId reader) {}

    Optional<PracticeFacts> find(ClinicId clinic, PractitionerId owner, PractitionerId reader) {
        return Optional.ofNullable(known.getIfPresent(new Asked(clinic, owner, reader)));
    }

    /** Keeps what was read just now, if there is such a practice. */
    void keep(ClinicId clinic, PractitionerId owner, PractitionerId reader, PracticeFacts facts) {
        if (facts.practice().isPresent()) {
            known.put(new Asked(clinic, owner, reader), facts);
        }
    }
}
