package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A practice's settings. */
@Entity
@Table(name = "jpa_practice")
@SuppressWarnings("NullAway.Init")
class PracticeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    long version;

    String clinic;
    String practitioner;
    boolean serviceActive;
    boolean replyActive;
    String replyText;
    String replyDigest;
}
