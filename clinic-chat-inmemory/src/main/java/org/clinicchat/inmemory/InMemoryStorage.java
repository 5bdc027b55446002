package org.clinicchat.inmemory;

import java.util.List;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.audit.AuditRecord;
import org.clinicchat.people.ClinicId;
import org.clinicchat.port.AuditStore;
import org.clinicchat.port.ConversationStore;
import org.clinicchat.port.DirectoryStore;
import org.clinicchat.port.InboxStore;
import org.clinicchat.port.PracticeStore;
import org.clinicchat.port.Storage;

/**
 * Keeps everything in the memory of one process, for tests, demonstrations and hosts that keep nothing. It keeps every promise
 * of the ports, and is gone with the process. Several chats of one process may share it. Safe for any number of threads.
 */
public final class InMemoryStorage implements Storage {

    private final Clinics clinics = new Clinics();
    private final ConversationStore conversations = new Conversations(clinics);
    private final InboxStore inboxes = new Inboxes(clinics);
    private final PracticeStore practices = new Practices(clinics);
    private final DirectoryStore directory = new DirectoryPort(clinics);
    private final AuditStore audit = new Audits(clinics);

    private InMemoryStorage() {}

    /**
     * An empty storage.
     *
     * @return the storage
     */
    public static InMemoryStorage create() {
        return new InMemoryStorage();
    }

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public InboxStore inboxes() {
        return inboxes;
    }

    @Override
    public PracticeStore practices() {
        return practices;
    }

    @Override
    public DirectoryStore directory() {
        return directory;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    private record Audits(Clinics clinics) implements AuditStore {

        @Override
        public void refused(AuditRecord refusal) {
            clinics.at(refusal.clinic()).audit().refused(refusal);
        }

        @Override
        public List<AuditEntry> entries(ClinicId clinic, long after, int limit) {
            return clinics.look(clinic).audit().entries(after, limit);
        }
    }
}
