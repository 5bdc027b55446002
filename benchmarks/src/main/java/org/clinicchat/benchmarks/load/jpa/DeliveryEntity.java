package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That an automatic reply was delivered. */
@Entity
@Table(name = "jpa_delivery")
@SuppressWarnings("NullAway.Init")
class DeliveryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;

    String clinic;
    String conversation;
    String replyDigest;
}
