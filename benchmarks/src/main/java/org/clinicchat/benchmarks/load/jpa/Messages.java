package org.clinicchat.benchmarks.load.jpa;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Messages. */
interface Messages extends JpaRepository<MessageEntity, String> {

    Optional<MessageEntity> findByClinicAndAuthorAndClientId(String clinic, String author, String clientId);
}
