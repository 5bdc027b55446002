package org.clinicchat;

import org.clinicchat.internal.Shell;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PractitionerId;

/** What a practitioner can do: in his own chats, with his own settings, and by standing in for a colleague. */
public final class PractitionerView extends PracticeView {

    PractitionerView(Shell shell, Actor actor, PractitionerId self) {
        super(shell, actor, self);
    }

    /**
     * His service, automatic reply and visibility to colleagues.
     *
     * @return the settings
     */
    public PracticeSettings settings() {
        return new PracticeSettings(shell, actor, owner);
    }

    /**
     * Stands in for a colleague: explicit substitute mode (SUB-1). Whether he may is asked at every call; for himself he may
     * not.
     *
     * @param colleague whose chats
     * @return what a substitute can do there
     */
    public SubstituteView substituteFor(PractitionerId colleague) {
        return new SubstituteView(shell, Actor.substitute(actor.clinic(), owner, colleague), colleague);
    }
}
