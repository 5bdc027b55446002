package org.clinicchat.jdbc;

import java.util.Optional;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.JoinedStorage;
import org.clinicchat.port.PracticeStore;
import org.jspecify.annotations.Nullable;

/** Storage inside a transaction of the host's. Most transactions ask one port or two: each is made when it is asked for. */
final class JoinedStore implements JoinedStorage {

    private final Wired wired;
    private @Nullable ConversationStore conversations;
    private @Nullable InboxStore inboxes;
    private @Nullable PracticeStore practices;
    private @Nullable DirectoryStore directory;
    private @Nullable AuditStore audit;

    JoinedStore(Wired wired) {
        this.wired = wired;
    }

    @Override
    public ConversationStore conversations() {
        ConversationStore made = conversations;
        if (made == null) {
            made = new Conversations(wired, new JoinedCommands(wired));
            conversations = made;
        }
        return made;
    }

    @Override
    public InboxStore inboxes() {
        InboxStore made = inboxes;
        if (made == null) {
            made = new Inboxes(wired);
            inboxes = made;
        }
        return made;
    }

    @Override
    public PracticeStore practices() {
        PracticeStore made = practices;
        if (made == null) {
            made = new Practices(wired, Optional.empty());
            practices = made;
        }
        return made;
    }

    @Override
    public DirectoryStore directory() {
        DirectoryStore made = directory;
        if (made == null) {
            made = new Directory(wired);
            directory = made;
        }
        return made;
    }

    @Override
    public AuditStore audit() {
        AuditStore made = audit;
        if (made == null) {
            made = new Audits(wired);
            audit = made;
        }
        return made;
    }
}
