package org.clinicchat.service;

import java.time.Instant;
import java.util.Objects;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.substitution.SubstituteAccess;

/**
 * What belongs to one practitioner as an owner of chats. Immutable; its {@code toString} has the version alone.
 *
 * @param practitioner whose
 * @param version 1 for a new one; it rises with every change of this record, and of the work groups, person links and
 *     permissions that decide who reaches this practitioner's chats
 * @param service the service "chat with attachments"
 * @param autoReply the automatic reply
 * @param substitutes whether and when colleagues may stand in
 */
public record Practice(
        PractitionerId practitioner,
        long version,
        ChatService service,
        AutoReply autoReply,
        SubstituteAccess substitutes) {

    /** Checks that nothing is null. */
    public Practice {
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(autoReply, "autoReply");
        Objects.requireNonNull(substitutes, "substitutes");
    }

    /**
     * A new practice: the service is off, there is no automatic reply, colleagues may not stand in.
     *
     * @param practitioner whose
     * @param now since when
     * @return the practice, in version 1
     */
    public static Practice of(PractitionerId practitioner, Instant now) {
        return new Practice(practitioner, 1, new ChatService(false, now), AutoReply.NONE, SubstituteAccess.OFF);
    }

    /**
     * With another service setting, in the next version.
     *
     * @param newService the setting
     * @return the practice; the same if nothing changed
     */
    public Practice with(ChatService newService) {
        return next(newService, autoReply, substitutes);
    }

    /**
     * With another automatic reply, in the next version.
     *
     * @param newReply the reply
     * @return the practice; the same if nothing changed
     */
    public Practice with(AutoReply newReply) {
        return next(service, newReply, substitutes);
    }

    /**
     * With another visibility to colleagues, in the next version.
     *
     * @param newAccess the visibility
     * @return the practice; the same if nothing changed
     */
    public Practice with(SubstituteAccess newAccess) {
        return next(service, autoReply, newAccess);
    }

    /**
     * The same settings in the next version: something beside them changed who reaches the chats.
     *
     * @return the practice
     */
    public Practice moved() {
        return new Practice(practitioner, version + 1, service, autoReply, substitutes);
    }

    private Practice next(ChatService newService, AutoReply newReply, SubstituteAccess newAccess) {
        boolean same = newService.equals(service) && newReply.equals(autoReply) && newAccess.equals(substitutes);
        return same ? this : new Practice(practitioner, version + 1, newService, newReply, newAccess);
    }

    @Override
    public String toString() {
        return "Practice[version " + version + "]";
    }
}
