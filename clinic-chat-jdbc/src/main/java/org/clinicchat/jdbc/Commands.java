package org.clinicchat.jdbc;

import java.util.List;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.port.CareCommit;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.CommitAnswer;

/** What a command asks, and what becomes of its commit. */
interface Commands {

    /** Everything that a decision asks for. */
    StoredCare facts(CareQuestion question);

    /** Stores commits in their order, or tells of each why not. */
    List<CommitAnswer> commit(List<CareCommit> batch);
}
