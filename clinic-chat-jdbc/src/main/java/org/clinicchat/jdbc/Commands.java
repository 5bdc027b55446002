package org.clinicchat.jdbc;

import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;

/** What a command asks, and what becomes of its commit. */
interface Commands {

    /** Everything that a decision asks for. */
    StoredCare facts(CareQuestion question);

    /** Stores a commit, or tells why not. */
    CommitAnswer commit(CareCommit commit);
}
