package org.clinicchat.benchmarks.load.jpa;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** Conversations; a row that is found is held until the transaction ends. */
interface Conversations extends JpaRepository<ConversationEntity, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ConversationEntity> findByClinicAndPractitionerAndPatient(
            String clinic, String practitioner, String patient);
}
