package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A patient. */
@Entity
@Table(name = "jpa_patient")
@SuppressWarnings("NullAway.Init")
class PatientEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String clinic;
    String patient;
    String givenName;
    String familyName;
}
