package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.service.Practice;

/** What {@link org.clinicchat.PracticeSettings} can be asked; each gives the practice, or why not. */
public interface SettingsCalls {

    /**
     * The settings as they are.
     *
     * @return the practice
     */
    Outcome<Practice> show();

    /**
     * Switches the service.
     *
     * @param on on or off
     * @return the practice
     */
    Outcome<Practice> service(boolean on);

    /**
     * Writes the automatic reply's text.
     *
     * @param text what it is to say
     * @return the practice
     */
    Outcome<Practice> writeAutoReply(String text);

    /**
     * Switches the automatic reply on.
     *
     * @param text what it is to say, or empty for what it says
     * @return the practice
     */
    Outcome<Practice> activateAutoReply(Optional<String> text);

    /**
     * Switches the automatic reply off.
     *
     * @return the practice
     */
    Outcome<Practice> deactivateAutoReply();

    /**
     * Forgets who has had the automatic reply.
     *
     * @return the practice
     */
    Outcome<Practice> resetAutoReply();

    /**
     * Lets colleagues stand in.
     *
     * @param from from when on, if not always
     * @param until until when, if not for good
     * @return the practice
     */
    Outcome<Practice> showToSubstitutes(Optional<Instant> from, Optional<Instant> until);

    /**
     * Lets no colleague stand in.
     *
     * @return the practice
     */
    Outcome<Practice> hideFromSubstitutes();
}
