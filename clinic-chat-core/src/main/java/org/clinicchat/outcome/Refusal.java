package org.clinicchat.outcome;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Which rule said no, and why. A value: two refusals for the same reason are equal. Its {@code toString} has no text, name
 * or person's id.
 *
 * @param code the reason; stable
 * @param detail what a page needs beside the message; which type it has is documented at the code
 */
public record Refusal(RefusalCode code, Optional<RefusalDetail> detail) {

    private static final String BUNDLE = "org.clinicchat.outcome.refusals";

    /** Checks that nothing is null. */
    public Refusal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * A refusal without a detail.
     *
     * @param code the reason
     * @return the refusal
     */
    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Optional.empty());
    }

    /**
     * A refusal with a detail.
     *
     * @param code the reason
     * @param detail what a page needs beside the message
     * @return the refusal
     */
    public static Refusal of(RefusalCode code, RefusalDetail detail) {
        return new Refusal(code, Optional.of(detail));
    }

    /**
     * The id of the rule that said no.
     *
     * @return such as {@code "CARE-9"}
     */
    public String rule() {
        return code.rule();
    }

    /**
     * The detail, if it is of this type.
     *
     * @param type the type that is documented at the code
     * @param <D> that type
     * @return the detail, or empty
     */
    public <D extends RefusalDetail> Optional<D> detail(Class<D> type) {
        return detail.filter(type::isInstance).map(type::cast);
    }

    /**
     * The reason in words that can be shown to people. Italian for every Italian locale, English for all others.
     *
     * @param locale the reader's
     * @return one or two sentences, with no text, name or id of anybody in it
     */
    public String message(Locale locale) {
        boolean italian = locale.getLanguage().equals(Locale.ITALIAN.getLanguage());
        Locale shipped = italian ? Locale.ITALIAN : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(BUNDLE, shipped, Refusal.class.getModule())
                .getString(code.name());
        return new MessageFormat(pattern, shipped).format(arguments());
    }

    private Object[] arguments() {
        return detail(RefusalDetail.Limit.class)
                .map(limit -> new Object[] {limit.allowed(), limit.actual()})
                .orElseGet(() -> new Object[0]);
    }

    @Override
    public String toString() {
        return code + " (" + rule() + "): " + message(Locale.ENGLISH);
    }
}
