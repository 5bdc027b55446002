package org.clinicchat.testkit.trace;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads numbers out of a heap dump, forward, and as often as one likes from its beginning. */
final class HeapReader {

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    private long bufferedFrom;
    private int idSize = Long.BYTES;

    HeapReader(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Goes to the first record. */
    void rewind() throws IOException {
        seek(0);
        int letterOfTitle;
        do {
            letterOfTitle = u1();
        } while (letterOfTitle != 0);
        idSize = i4();
        skip(Long.BYTES);
    }

    boolean isAtEnd() throws IOException {
        return position() >= channel.size();
    }

    long position() {
        return bufferedFrom + buffer.position();
    }

    int idSize() {
        return idSize;
    }

    int u1() throws IOException {
        return ahead(1).get() & 0xff;
    }

    int u2() throws IOException {
        return ahead(Short.BYTES).getShort() & 0xffff;
    }

    int i4() throws IOException {
        return ahead(Integer.BYTES).getInt();
    }

    long id() throws IOException {
        return idSize == Integer.BYTES ? i4() & 0xffffffffL : ahead(Long.BYTES).getLong();
    }

    String text(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) u1();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long count) throws IOException {
        if (count <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) count);
        } else {
            seek(position() + count);
        }
    }

    private void seek(long position) throws IOException {
        channel.position(position);
        bufferedFrom = position;
        buffer.clear().limit(0);
    }

    private ByteBuffer ahead(int count) throws IOException {
        if (buffer.remaining() < count) {
            bufferedFrom += buffer.position();
            buffer.compact();
            while (buffer.position() < count) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("The heap dump ends too early.");
                }
            }
            buffer.flip();
        }
        return buffer;
    }

    /** Leaves nothing of the dump in memory. */
    void forget() {
        Arrays.fill(buffer.array(), (byte) 0);
    }
}
