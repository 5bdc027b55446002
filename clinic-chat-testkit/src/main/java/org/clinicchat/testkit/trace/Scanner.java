package org.clinicchat.testkit.trace;

/**
 * Looks for patterns in bytes that come piece by piece; nothing is lost where pieces meet. Letters may follow one another
 * directly, or at every second or fourth byte, whatever stands between: so UTF-8, Latin-1, UTF-16 and UTF-32 of either byte order
 * are looked for at once. It holds the last bytes only masked.
 */
final class Scanner {

    /** Is told what was found, and at which byte it begins. */
    interface Finder {
        void found(Pattern pattern, int width, long offset);
    }

    private static final int[] WIDTHS = {1, 2, 4};
    private static final int LANES = 7;
    private static final int SECOND = 1;
    private static final int FOURTH = 3;

    private final Marks marks;
    private final Finder finder;
    private final long pad;
    private final long turn;
    private final long[] low = new long[LANES];
    private final long[] high = new long[LANES];
    private final int[] run = new int[LANES];
    private Patterns patterns;
    private long position;

    Scanner(Marks marks, Finder finder) {
        this.marks = marks;
        this.finder = finder;
        this.patterns = marks.patterns();
        this.pad = marks.pad();
        this.turn = (pad << Byte.SIZE) ^ pad;
    }

    void take(byte[] bytes, int from, int count) {
        patterns = marks.patterns();
        for (int i = from; i < from + count; i++) {
            step(bytes[i] & 0xff);
        }
    }

    /** A character is looked at as one byte: those of a planted text fit, all others are none of its. */
    void take(CharSequence text) {
        patterns = marks.patterns();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            step(next < 128 ? next : 0);
        }
    }

    private void step(int octet) {
        int symbol = Symbols.of(octet);
        step(0, 0, symbol);
        step(SECOND + (int) (position & 1), 1, symbol);
        step(FOURTH + (int) (position & 3), 2, symbol);
        position++;
    }

    private void step(int lane, int width, int symbol) {
        if (symbol == 0) {
            run[lane] = 0;
            return;
        }
        long before = low[lane];
        long now = (before << Byte.SIZE) ^ symbol ^ turn;
        high[lane] = (high[lane] << Byte.SIZE) ^ ((before ^ pad) >>> (Long.SIZE - Byte.SIZE)) ^ turn;
        low[lane] = now;
        if (++run[lane] >= Long.BYTES && patterns.canBe(now)) {
            report(lane, WIDTHS[width]);
        }
    }

    private void report(int lane, int width) {
        patterns.at(low[lane], high[lane], run[lane])
                .ifPresent(pattern -> finder.found(pattern, width, position - (long) (pattern.length() - 1) * width));
    }
}
