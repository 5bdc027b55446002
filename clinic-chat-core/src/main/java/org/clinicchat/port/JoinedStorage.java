package org.clinicchat.port;

/**
 * A storage that works inside a transaction of the host's. It neither commits nor rolls back nor tries again, and leaves the
 * connection as it found it. What it writes, the audit's record of a refusal included, is there when the host commits, and is
 * gone without a trace when the host rolls back.
 *
 * <p>The facts of a command lock practice and conversation until the transaction ends, so that what is decided on them is
 * stored. Nothing comes from a cache, and no statement fails by design, whatever it finds: where an error undoes the host's
 * transaction, none of its work is lost for a duplicate or a refusal. Who is in the way of others, or they in his, gets a
 * {@link StorageFault} that says to roll back and to run the transaction again.
 *
 * <p>It belongs to one transaction, and so to one thread at a time.
 */
public interface JoinedStorage extends Storage {}
