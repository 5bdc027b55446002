package org.clinicchat.message;

import java.util.Optional;

/**
 * A message's place in its conversation: 1, 2, 3 … without gaps, given by the server (CARE-7).
 *
 * @param value 0 or more
 */
public record MessageSeq(long value) implements Comparable<MessageSeq> {

    /** Before the first message. */
    public static final MessageSeq ZERO = new MessageSeq(0);

    /** Checks the range. */
    public MessageSeq {
        if (value < 0) {
            throw new IllegalArgumentException("MessageSeq is never negative: " + value);
        }
    }

    /**
     * With this value.
     *
     * @param value 0 or more
     * @return the sequence
     */
    public static MessageSeq of(long value) {
        return new MessageSeq(value);
    }

    /**
     * The place, if this is one; for strings that come from people, such as a part of an address (SAFE-6).
     *
     * @param value any string
     * @return the sequence, or empty if it is not 0 or more in up to 18 decimal digits
     */
    public static Optional<MessageSeq> parse(String value) {
        return TokenForm.number(value).map(MessageSeq::new);
    }

    @Override
    public int compareTo(MessageSeq other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
