package org.clinicchat.testkit.contract;

/** Everything that an {@link org.clinicchat.port.InboxStore} promises. */
public interface InboxStoreContract
        extends InboxListContract, InboxSearchContract, InboxPagingContract, InboxAccessContract, PatientListContract {}
