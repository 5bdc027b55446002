/**
 * The chat as a host uses it: {@link org.clinicchat.ClinicChat} and what each actor can do with it.
 *
 * <p>Nothing can be called without having said in which clinic and as whom. A "no" of the rules is a value,
 * {@link org.clinicchat.outcome.Outcome}; a fault of the storage is a
 * {@link org.clinicchat.port.StorageFault}; a programmer's mistake (a null, a malformed id of the host's) throws at once.
 */
@NullMarked
package org.clinicchat;

import org.jspecify.annotations.NullMarked;
