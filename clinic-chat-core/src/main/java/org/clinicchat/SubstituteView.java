package org.clinicchat;

import org.clinicchat.internal.Shell;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.people.Actor;
import org.clinicchat.people.PractitionerId;

/**
 * What a substitute can do in the owner's chats: see and answer the conversations that there are, and nothing else (SUB-2).
 * Settings and further substitution are not even here; disabling is refused with {@code NOT_FOR_SUBSTITUTES}. What he writes
 * names both, him and the owner (SUB-3).
 */
@Enforces("SUB-2")
public final class SubstituteView extends PracticeView {

    SubstituteView(Shell shell, Actor actor, PractitionerId owner) {
        super(shell, actor, owner);
    }
}
