package org.clinicchat.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Binds what travels through a browser to what it was made for. It is no secret and grants nothing: it tells a mix-up from
 * the real thing.
 */
public final class Fingerprint {

    private static final int BYTES = 9;

    private Fingerprint() {}

    /**
     * The fingerprint of some parts.
     *
     * @param parts what it binds to, in order
     * @return 12 characters of {@code [A-Za-z0-9_-]}
     */
    public static String of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            byte[] hash = digest.digest();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
