package org.clinicchat.session.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.clinicchat.session.chat.SessionId;

/**
 * The ids of sessions that begin anew together, made of one secret that is given to nobody. None shows the secret, its place, or that
 * it belongs with the others: for it may remain (ERA-6).
 */
final class FreshIds {

    private static final int ID_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private FreshIds() {}

    static SessionId of(SessionId secret, int number) {
        byte[] mixed = sha256().digest((secret.value() + "/" + number).getBytes(StandardCharsets.UTF_8));
        return SessionId.of(ENCODER.encodeToString(Arrays.copyOf(mixed, ID_BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
