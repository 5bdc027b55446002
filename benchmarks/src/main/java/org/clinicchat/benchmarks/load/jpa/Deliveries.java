package org.clinicchat.benchmarks.load.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

/** The ledger of automatic replies. */
interface Deliveries extends JpaRepository<DeliveryEntity, String> {

    boolean existsByClinicAndConversationAndReplyDigest(String clinic, String conversation, String replyDigest);
}
