package org.clinicchat.session.desk;

import java.util.Optional;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.session.chat.ChatBox;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.PageId;

/**
 * All that is known of one practitioner's sessions: the page with its box, the sessions, and what remains of those that are erased.
 * Immutable. What is erased is referred to by no later desk: who drops the earlier ones drops the texts. Its {@code toString} hides
 * everything.
 */
@Enforces("ERA-6")
public final class Desk {

    /** A desk at which nothing has happened yet. */
    public static final Desk EMPTY =
            new Desk(Optional.empty(), ChatBox.closed(), Sessions.NONE, true, Optional.empty(), Remains.NONE);

    final Optional<PageId> page;
    final ChatBox box;
    final Sessions sessions;
    final boolean alerts;
    final Optional<ErasedSession> notice;
    final Remains remains;
    private final Room room;

    Desk(
            Optional<PageId> page,
            ChatBox box,
            Sessions sessions,
            boolean alerts,
            Optional<ErasedSession> notice,
            Remains remains) {
        this.page = page;
        this.box = box;
        this.sessions = sessions;
        this.alerts = alerts;
        this.notice = notice;
        this.remains = remains;
        this.room = new Room(sessions.size(), sessions.bytes());
    }

    /**
     * Whether something is overdue: an ended session, or what remains of one.
     *
     * @param facts the time and the switches
     * @return true if the next command, whichever, changes the desk
     */
    public boolean isDue(DeskFacts facts) {
        return sessions.any(session -> session.endedBy(facts.longAgo())) || remains.isOld(facts.longAgo());
    }

    /**
     * Whether the desk is as if nothing had ever happened, so that it need not be kept.
     *
     * @return true for {@link #EMPTY} and all that equal it
     */
    public boolean isEmpty() {
        boolean isBare = page.isEmpty() && notice.isEmpty() && alerts;
        return isBare && sessions.size() == 0 && remains.latest().isEmpty();
    }

    /**
     * How much the desk holds.
     *
     * @return its sessions and bytes
     */
    public Room room() {
        return room;
    }

    @Override
    @Enforces("ERA-7")
    public String toString() {
        return "Desk[" + sessions.size() + " sessions]";
    }
}
