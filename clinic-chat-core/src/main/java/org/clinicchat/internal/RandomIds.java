package org.clinicchat.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.clinicchat.port.IdSource;

/**
 * 128 random bits in 22 characters. Bits are drawn in blocks: drawing them one id at a time would cost more than a send. A few
 * blocks are shared by all threads, so that nothing is left behind in a thread of the host's.
 */
public final class RandomIds implements IdSource {

    private static final int BLOCKS = 8;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Block[] blocks = Stream.generate(Block::new).limit(BLOCKS).toArray(Block[]::new);

    @Override
    public String next() {
        int thread = Long.hashCode(Thread.currentThread().getId());
        return ENCODER.encodeToString(blocks[Math.floorMod(thread, BLOCKS)].next());
    }

    private static final class Block {
        private static final int ID_BYTES = 16;
        private static final int SIZE = 64 * ID_BYTES;

        private final ReentrantLock lock = new ReentrantLock();
        private final SecureRandom random = new SecureRandom();
        private final byte[] bytes = new byte[SIZE];
        private int used = SIZE;

        byte[] next() {
            lock.lock();
            try {
                if (used == SIZE) {
                    random.nextBytes(bytes);
                    used = 0;
                }
                byte[] id = new byte[ID_BYTES];
                System.arraycopy(bytes, used, id, 0, ID_BYTES);
                used += ID_BYTES;
                return id;
            } finally {
                lock.unlock();
            }
        }
    }
}
