package org.clinicchat;

import org.clinicchat.internal.Shell;
import org.clinicchat.people.ClinicId;

/**
 * The chat inside one transaction of the host's: what it does is committed with the host's own rows, or is gone with them
 * without a trace. Every call answers as the {@link ClinicChat}'s own would, on what the transaction sees; a refusal is a
 * value, and leaves its record in the audit if the host commits.
 *
 * <p>A command holds practice and conversation until the transaction ends: a change of the practice's settings, and other sends
 * to that conversation, wait for so long. What leaves a record in the audit (a conversation's beginning, a switching, a
 * setting, a person, a refusal) holds the clinic's audit, and so whatever else leaves a record there. So keep the transaction
 * short, take conversations in one stable order, and never call the {@link ClinicChat} itself while it is open: that would wait
 * for this. Where transactions wait for each other, a call throws {@link org.clinicchat.port.StorageFault}: roll back, and run
 * the transaction again.
 *
 * <p>Nothing is told live before {@link #afterCommit()}, and subscribing here throws {@link IllegalStateException}. There is
 * nothing to close. Like the transaction it belongs to one thread at a time; the next transaction gets another one.
 */
public final class JoinedChat {

    private final Shell shell;

    JoinedChat(Shell shell) {
        this.shell = shell;
    }

    /**
     * A clinic, as {@link ClinicChat#clinic} gives it.
     *
     * @param id which
     * @return the clinic, inside the transaction
     */
    public Clinic clinic(ClinicId id) {
        return new Clinic(shell, id);
    }

    /**
     * Tells live subscribers, here and on other nodes, what the transaction has changed: to be called when it is committed. If
     * nobody calls it, the next sweep tells (LIVE-2). Calling it again tells nothing.
     */
    public void afterCommit() {
        shell.afterCommit();
    }
}
