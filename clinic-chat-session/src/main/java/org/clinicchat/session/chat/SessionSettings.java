package org.clinicchat.session.chat;

import java.time.Duration;
import java.util.Objects;

/**
 * Every switch of the session chat. {@link #defaults()} is the rulebook; each {@code with} changes one. Immutable.
 *
 * @param maxCodePoints the longest text, in code points; 1 or more (10,000)
 * @param maxMessages the most messages of one session; 1 or more (500)
 * @param firstWriter who may write first (SES-9)
 * @param onRefresh what a refresh of the page erases (ERA-2)
 * @param endedElsewhere what becomes of a session that ends while the box is not on it (ERA-3)
 * @param endedLasts after how long an ended session is erased in any case; more than zero, and 365 days at the most
 *     (ERA-5; 12 hours)
 * @param onStop what becomes of the sessions when the chat is closed (ERA-5)
 */
public record SessionSettings(
        int maxCodePoints,
        int maxMessages,
        FirstWriter firstWriter,
        OnRefresh onRefresh,
        EndedElsewhere endedElsewhere,
        Duration endedLasts,
        OnStop onStop) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /** Checks the ranges, and that nothing is null. */
    public SessionSettings {
        if (maxCodePoints < 1 || maxMessages < 1) {
            throw new IllegalArgumentException("limits must allow something");
        }
        if (endedLasts.isNegative() || endedLasts.isZero()) {
            throw new IllegalArgumentException("an ended session must last for some time");
        }
        if (endedLasts.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "an ended session must not last longer than " + LONGEST.toDays() + " days");
        }
        Objects.requireNonNull(firstWriter, "firstWriter");
        Objects.requireNonNull(onRefresh, "onRefresh");
        Objects.requireNonNull(endedElsewhere, "endedElsewhere");
        Objects.requireNonNull(onStop, "onStop");
    }

    /**
     * The rulebook's settings.
     *
     * @return the defaults
     */
    public static SessionSettings defaults() {
        return new SessionSettings(
                10_000,
                500,
                FirstWriter.EITHER,
                OnRefresh.ERASES_ENDED,
                EndedElsewhere.LISTED,
                Duration.ofHours(12),
                OnStop.ERASES);
    }

    /**
     * With other limits.
     *
     * @param codePoints the longest text, in code points
     * @param messages the most messages of one session
     * @return the settings
     */
    public SessionSettings withLimits(int codePoints, int messages) {
        return new SessionSettings(codePoints, messages, firstWriter, onRefresh, endedElsewhere, endedLasts, onStop);
    }

    /**
     * With another rule for who writes first.
     *
     * @param value which
     * @return the settings
     */
    public SessionSettings with(FirstWriter value) {
        return new SessionSettings(maxCodePoints, maxMessages, value, onRefresh, endedElsewhere, endedLasts, onStop);
    }

    /**
     * With another meaning of a refresh.
     *
     * @param value which
     * @return the settings
     */
    public SessionSettings with(OnRefresh value) {
        return new SessionSettings(maxCodePoints, maxMessages, firstWriter, value, endedElsewhere, endedLasts, onStop);
    }

    /**
     * With another fate of sessions that end out of view.
     *
     * @param value which
     * @return the settings
     */
    public SessionSettings with(EndedElsewhere value) {
        return new SessionSettings(maxCodePoints, maxMessages, firstWriter, onRefresh, value, endedLasts, onStop);
    }

    /**
     * With ended sessions that last for another time.
     *
     * @param value more than zero, and 365 days at the most
     * @return the settings
     */
    public SessionSettings endedLasting(Duration value) {
        return new SessionSettings(maxCodePoints, maxMessages, firstWriter, onRefresh, endedElsewhere, value, onStop);
    }

    /**
     * With another end.
     *
     * @param value which
     * @return the settings
     */
    public SessionSettings with(OnStop value) {
        return new SessionSettings(
                maxCodePoints, maxMessages, firstWriter, onRefresh, endedElsewhere, endedLasts, value);
    }
}
