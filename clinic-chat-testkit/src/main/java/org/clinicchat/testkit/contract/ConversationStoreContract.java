package org.clinicchat.testkit.contract;

/** Everything that a {@link org.clinicchat.port.ConversationStore} promises. */
public interface ConversationStoreContract
        extends ConversationFactsContract,
                CommitContract,
                DuplicateContract,
                BatchContract,
                StoredChangesContract,
                RetractionFactsContract,
                MessageRangeContract,
                OpeningContract,
                MarkingContract,
                UnreadContract,
                EventsContract,
                StaleAccessContract,
                VerbatimContract,
                LogOrderContract {}
