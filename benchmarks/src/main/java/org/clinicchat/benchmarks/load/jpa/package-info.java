/** The same service, written as usual with Spring Data JPA and Hibernate. */
@NullMarked
package org.clinicchat.benchmarks.load.jpa;

import org.jspecify.annotations.NullMarked;
