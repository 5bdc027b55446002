package org.clinicchat.outcome;

import java.io.Serial;

/**
 * A refusal, for those who prefer exceptions: {@link Outcome#orThrow()} throws it. Its message is in English. Not to be serialised:
 * the refusal would be left behind.
 */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

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
