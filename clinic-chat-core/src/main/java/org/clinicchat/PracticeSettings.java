package org.clinicchat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.clinicchat.internal.Shell;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;

/**
 * What a practitioner sets for the chats that he owns; the host may set it for him. Every call gives the practice as it is
 * then, or {@link RefusalCode#NOT_FOUND} if the host has made no practice. Setting what is set changes nothing. Once a call
 * has returned, nothing that was decided on the settings before takes effect any more (SUB-5). Immutable and safe for any
 * number of threads.
 */
public final class PracticeSettings {

    private final Shell shell;
    private final Actor actor;
    private final PractitionerId owner;

    PracticeSettings(Shell shell, Actor actor, PractitionerId owner) {
        this.shell = shell;
        this.actor = actor;
        this.owner = Objects.requireNonNull(owner, "owner");
    }

    /**
     * The settings as they are.
     *
     * @return the practice
     */
    public Outcome<Practice> show() {
        return shell.practices().show(actor, owner);
    }

    /**
     * Switches the service "chat with attachments" on (CARE-2, CARE-3).
     *
     * @return the practice
     */
    public Outcome<Practice> activateService() {
        return shell.practices().switchService(actor, owner, true);
    }

    /**
     * Switches the service off: nobody sends, history can be read (CARE-2).
     *
     * @return the practice
     */
    public Outcome<Practice> deactivateService() {
        return shell.practices().switchService(actor, owner, false);
    }

    /**
     * Writes the text of the automatic reply, whether it is on or off. Another text is another message: it goes out once to
     * everybody who writes (AUTO-2).
     *
     * @param text a text as a message may have; blank only while the reply is off
     * @return the practice, or {@code AUTO_REPLY_TEXT_MISSING} or what a message's text is refused for
     */
    public Outcome<Practice> writeAutoReply(String text) {
        return shell.practices().sayInAutoReply(actor, owner, text);
    }

    /**
     * Switches the automatic reply on with this text (AUTO-4).
     *
     * @param text a text as a message may have, not blank
     * @return the practice, or {@code AUTO_REPLY_TEXT_MISSING} or what a message's text is refused for
     */
    public Outcome<Practice> activateAutoReply(String text) {
        return shell.practices().switchAutoReplyOn(actor, owner, Optional.of(text));
    }

    /**
     * Switches the automatic reply on with the text that it has (AUTO-4).
     *
     * @return the practice, or {@code AUTO_REPLY_TEXT_MISSING}
     */
    public Outcome<Practice> activateAutoReply() {
        return shell.practices().switchAutoReplyOn(actor, owner, Optional.empty());
    }

    /**
     * Switches the automatic reply off; its text, and who has had it, are kept (AUTO-4).
     *
     * @return the practice
     */
    public Outcome<Practice> deactivateAutoReply() {
        return shell.practices().switchAutoReplyOff(actor, owner);
    }

    /**
     * Forgets who has had the automatic reply: everybody who writes gets it once more (AUTO-2). Doing it again, also after a
     * fault that may have come too late, lets everybody get it once more from then on.
     *
     * @return the practice
     */
    public Outcome<Practice> resetAutoReply() {
        return shell.practices().resetAutoReply(actor, owner);
    }

    /**
     * Lets the colleagues of his work groups see and answer his chats (SUB-1).
     *
     * @return the practice
     */
    public Outcome<Practice> showToSubstitutes() {
        return openTo(Optional.empty(), Optional.empty());
    }

    /**
     * Lets the colleagues of his work groups see and answer his chats in a period (SUB-1).
     *
     * @param from its first moment
     * @param until the first moment after it
     * @return the practice, or {@code PERIOD_EMPTY}
     */
    public Outcome<Practice> showToSubstitutes(Instant from, Instant until) {
        return openTo(Optional.of(from), Optional.of(until));
    }

    /**
     * Lets the colleagues of his work groups see and answer his chats in a period that may be open at either end (SUB-1).
     *
     * @param from its first moment, or empty for no beginning
     * @param until the first moment after it, or empty for no end
     * @return the practice, or {@code PERIOD_EMPTY}
     */
    public Outcome<Practice> showToSubstitutes(Optional<Instant> from, Optional<Instant> until) {
        return openTo(from, until);
    }

    /**
     * Hides his chats from his colleagues again; it acts at once on every path (SUB-5).
     *
     * @return the practice
     */
    public Outcome<Practice> hideFromSubstitutes() {
        return shell.practices().showToSubstitutes(actor, owner, SubstituteAccess.OFF);
    }

    private Outcome<Practice> openTo(Optional<Instant> from, Optional<Instant> until) {
        return shell.practices().showToSubstitutes(actor, owner, new SubstituteAccess(true, from, until));
    }
}
