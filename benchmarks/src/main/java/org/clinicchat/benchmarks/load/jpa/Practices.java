package org.clinicchat.benchmarks.load.jpa;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Practices. */
interface Practices extends JpaRepository<PracticeEntity, Long> {

    Optional<PracticeEntity> findByClinicAndPractitioner(String clinic, String practitioner);
}
