package org.clinicchat.session.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.clinicchat.session.port.SessionIdSource;

/** 128 random bits in 22 characters. Messages need none: they are counted. */
public final class RandomSessionIds implements SessionIdSource {

    private static final int ID_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return ENCODER.encodeToString(bits);
    }
}
