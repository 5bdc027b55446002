package org.clinicchat.session.chat;

import org.clinicchat.outcome.Enforces;

/** What may be logged: an id of ours, but never what somebody sent in its place. */
final class Shown {

    private static final String FORM = "[A-Za-z0-9_.-]{1,80}";

    private Shown() {}

    @Enforces("SAFE-5")
    static String id(String value) {
        return value.matches(FORM) ? value : "[malformed]";
    }
}
