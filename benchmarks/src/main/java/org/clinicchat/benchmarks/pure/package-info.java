/** A send without a database: the pure decision, the store in memory, and the floor beside them. */
package org.clinicchat.benchmarks.pure;
