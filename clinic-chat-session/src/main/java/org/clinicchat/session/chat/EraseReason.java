package org.clinicchat.session.chat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.clinicchat.outcome.Enforces;

/** Why a session's messages are gone. The names are stable. */
@Enforces({"ERA-1", "ERA-5"})
public enum EraseReason {
    /** The chat box was closed. */
    BOX_CLOSED,
    /** The box of another patient was viewed. */
    OTHER_PATIENT_VIEWED,
    /** Another call started. */
    CALL_STARTED,
    /** The page was refreshed, closed, or replaced by another one (ERA-4). */
    PAGE_REFRESHED,
    /** It ended while it was not in the box, under {@link EndedElsewhere#ERASED} (ERA-3). */
    ENDED_OUT_OF_VIEW,
    /** Nobody erased it for as long as an ended session may last (ERA-5). */
    TIME_RAN_OUT,
    /** The node that held it stopped (ERA-5). */
    NODE_STOPPED;

    private static final String BUNDLE = "org.clinicchat.session.reasons";

    /**
     * The reason in words that can be shown to people. Italian for every Italian locale, English for all others.
     *
     * @param locale the reader's
     * @return one sentence
     */
    public String message(Locale locale) {
        boolean italian = locale.getLanguage().equals(Locale.ITALIAN.getLanguage());
        Locale shipped = italian ? Locale.ITALIAN : Locale.ROOT;
        return ResourceBundle.getBundle(BUNDLE, shipped, EraseReason.class.getModule())
                .getString(name());
    }
}
