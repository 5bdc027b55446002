package org.clinicchat.inmemory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;

/** All clinics, each by itself. */
final class Clinics {

    private final Map<ClinicId, ClinicData> clinics = new ConcurrentHashMap<>();

    /** The clinic, made if it is not there: for writing. */
    ClinicData at(ClinicId id) {
        ClinicData present = clinics.get(id);
        return present != null ? present : clinics.computeIfAbsent(id, any -> new ClinicData());
    }

    /** The clinic as it is: for reading. One that is not there is empty, and is not kept. */
    ClinicData look(ClinicId id) {
        return find(id).orElseGet(ClinicData::new);
    }

    /** The clinic, if it is there. */
    Optional<ClinicData> find(ClinicId id) {
        return Optional.ofNullable(clinics.get(id));
    }

    Optional<StoredPractice> practice(ClinicId id, PractitionerId practitioner) {
        return find(id).flatMap(clinic -> clinic.practice(practitioner));
    }
}
