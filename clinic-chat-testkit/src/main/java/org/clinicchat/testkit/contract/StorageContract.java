package org.clinicchat.testkit.contract;

/** Everything that a {@link org.clinicchat.port.Storage} promises: the contracts of its five ports, and of them together. */
public interface StorageContract
        extends ConversationStoreContract,
                InboxStoreContract,
                PracticeStoreContract,
                DirectoryStoreContract,
                AuditStoreContract,
                TimesContract,
                ClinicIsolationContract {}
