package org.clinicchat.testkit.trace;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The planted texts, kept only as masked patterns, so that the hunt never finds its own copy. A text is 32 random letters:
 * no way to escape or quote characters changes them, and any 15 of them in a row hold one of its four blocks of eight.
 * Thread-safe.
 */
final class Marks {

    private static final int BLOCKS = 4;
    private static final int BLOCK = Long.BYTES;
    private static final int IN_BASE64 = 6;

    private final SecureRandom random = new SecureRandom();
    private final long pad = random.nextLong();
    private final List<Pattern> all = new ArrayList<>();
    private final Set<Integer> found = ConcurrentHashMap.newKeySet();
    private int probes;
    private volatile Patterns patterns = new Patterns(List.of());

    /** What masks every eight bytes, in patterns and while they are looked for. */
    long pad() {
        return pad;
    }

    Patterns patterns() {
        return patterns;
    }

    /** Makes up a text by which a hunt can show that it finds. */
    synchronized Probe probe() {
        int number = --probes;
        return new Probe(number, conceived(number));
    }

    void found(int probe) {
        found.add(probe);
    }

    boolean isFound(Probe probe) {
        return found.contains(probe.number());
    }

    /** Makes up a text, and looks for it from here on. */
    synchronized String conceived(int number) {
        StringBuilder letters = new StringBuilder();
        random.ints(BLOCKS * BLOCK, 'a', 'z' + 1).forEach(letter -> letters.append((char) letter));
        for (int block = 0; block < letters.length(); block += BLOCK) {
            learn(letters.substring(block, block + BLOCK), number);
        }
        patterns = new Patterns(all);
        return letters.toString();
    }

    private void learn(String block, int number) {
        all.add(pattern(block, number, "as letters"));
        String hex = HexFormat.of().formatHex(ascii(block));
        all.add(pattern(hex, number, "in hexadecimal"));
        for (int skipped = 0; skipped + IN_BASE64 <= BLOCK; skipped++) {
            byte[] within = ascii(block.substring(skipped, skipped + IN_BASE64));
            all.add(pattern(Base64.getEncoder().encodeToString(within), number, "in Base64"));
        }
    }

    private Pattern pattern(String written, int number, String code) {
        byte[] bytes = ascii(written.toLowerCase(Locale.ROOT));
        boolean isLong = bytes.length > BLOCK;
        long high = isLong ? masked(bytes, 0) : 0;
        return new Pattern(masked(bytes, bytes.length - BLOCK), high, isLong, number, code);
    }

    private long masked(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + BLOCK; i++) {
            word = (word << Byte.SIZE) | bytes[i];
        }
        return word ^ pad;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
