package org.clinicchat.session.desk;

import org.clinicchat.session.chat.SessionDraft;

/** What is counted against the bytes that a node may hold: texts at two bytes a character, and what lies around them. */
final class Weight {

    /** A session without messages. */
    static final long SESSION = 300;

    private static final long AROUND_A_MESSAGE = 150;

    /** The lightest message that there can be: one character, under an id of one. */
    static final Room LIGHTEST_MESSAGE = new Room(0, AROUND_A_MESSAGE + 3);

    private Weight() {}

    static long of(SessionDraft draft) {
        return AROUND_A_MESSAGE
                + 2L * draft.text().length()
                + draft.clientId().value().length();
    }
}
