package org.clinicchat.outcome;

import java.io.Serial;

/**
 * A refusal, for those who prefer exceptions: {@link Outcome#orThrow()} throws it. Its message is in English. It cannot be
 * serialised: a refusal is for the caller at hand, and an exception that had left it behind would lie.
 */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A refusal cannot be serialised; so who tries is told at once.
    private final Refusal refusal;

    /**
     * Wraps a refusal.
     *
     * @param refusal which rule said no
     */
    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * Which rule said no, and why.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }
}
