package org.clinicchat.testkit.contract;

/** Everything that a {@link org.clinicchat.port.DirectoryStore} promises. */
public interface DirectoryStoreContract extends DirectoryContract, RevocationContract {}
