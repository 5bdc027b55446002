package org.clinicchat.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.clinicchat.port.IdSource;

/** 128 random bits in 22 characters. Bits are drawn in blocks: drawing them one id at a time would cost more than a send. */
public final class RandomIds implements IdSource {

    private static final int ID_BYTES = 16;
    private static final int BLOCK = 64 * ID_BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Block> blocks = ThreadLocal.withInitial(Block::new);

    @Override
    public String next() {
        return ENCODER.encodeToString(blocks.get().next());
    }

    private final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private final byte[] id = new byte[ID_BYTES];
        private int used = BLOCK;

        byte[] next() {
            if (used == BLOCK) {
                random.nextBytes(bytes);
                used = 0;
            }
            System.arraycopy(bytes, used, id, 0, ID_BYTES);
            used += ID_BYTES;
            return id;
        }
    }
}
