package org.clinicchat.benchmarks.load.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

/** Patients. */
interface Patients extends JpaRepository<PatientEntity, Long> {

    boolean existsByClinicAndPatient(String clinic, String patient);
}
