package org.clinicchat.jdbc;

import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;

/** Is told what is sent and what is answered, at once and by many threads. */
interface Witness {

    /** Somebody is about to send this. */
    void meant(Letter letter);

    /** The chat has answered. */
    void answered(Letter letter, Outcome<Receipt> outcome);
}
