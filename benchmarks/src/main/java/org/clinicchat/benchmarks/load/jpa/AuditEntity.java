package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a conversation has begun. */
@Entity
@Table(name = "jpa_audit")
@SuppressWarnings("NullAway.Init")
class AuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;

    String clinic;
    String action;
    String actor;
    String conversation;
    long recordedTime;
}
