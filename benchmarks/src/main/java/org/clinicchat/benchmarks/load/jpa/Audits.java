package org.clinicchat.benchmarks.load.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

/** The audit. */
interface Audits extends JpaRepository<AuditEntity, String> {}
