package org.clinicchat.testkit.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of a heap dump in HPROF's binary form, as far as they say who refers to whom. */
final class HeapRecords {

    /** Is told of each object while the reader stands at what is in it; it reads that, or leaves it. */
    interface Visitor {

        void root(long id, String kind);

        void object(long id, long type, HeapReader fields) throws IOException;

        void references(long id, long type, int count, HeapReader elements) throws IOException;

        void primitives(long id, int basicType, int count, long from);
    }

    private static final int TEXT = 0x01;
    private static final int LOADED_CLASS = 0x02;
    private static final int HEAP = 0x0c;
    private static final int SEGMENT = 0x1c;

    private final HeapReader reader;
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Long, HeapType> types = new HashMap<>();

    HeapRecords(HeapReader reader) {
        this.reader = reader;
    }

    /** The classes by their ids, once all has been visited. */
    Map<Long, HeapType> types() {
        return types;
    }

    void visit(Visitor visitor) throws IOException {
        reader.rewind();
        while (!reader.isAtEnd()) {
            int tag = reader.u1();
            reader.skip(Integer.BYTES);
            long length = reader.i4() & 0xffffffffL;
            long end = reader.position() + length;
            switch (tag) {
                case TEXT -> texts.put(reader.id(), reader.text((int) length - reader.idSize()));
                case LOADED_CLASS -> loadedClass();
                case HEAP, SEGMENT -> objects(end, visitor);
                default -> {}
            }
            reader.skip(end - reader.position());
        }
    }

    private void loadedClass() throws IOException {
        reader.skip(Integer.BYTES);
        long type = reader.id();
        reader.skip(Integer.BYTES);
        classNames.put(type, reader.id());
    }

    private void objects(long end, Visitor visitor) throws IOException {
        while (reader.position() < end) {
            int tag = reader.u1();
            switch (tag) {
                case 0x20 -> type();
                case 0x21 -> object(visitor);
                case 0x22 -> references(visitor);
                case 0x23 -> primitives(visitor);
                default -> root(tag, visitor);
            }
        }
    }

    private void root(int tag, Visitor visitor) throws IOException {
        long id = reader.id();
        switch (tag) {
            case 0xff, 0x05, 0x07 -> {}
            case 0x01 -> reader.skip(reader.idSize());
            case 0x04, 0x06 -> reader.skip(Integer.BYTES);
            case 0x02, 0x03, 0x08 -> reader.skip(Long.BYTES);
            default -> throw new IOException("Unknown in a heap dump: " + tag);
        }
        visitor.root(
                id,
                switch (tag) {
                    case 0x01, 0x02 -> "native code";
                    case 0x03, 0x04, 0x06 -> "the stack of a thread";
                    case 0x05 -> "a class";
                    case 0x07 -> "a lock that is held";
                    case 0x08 -> "a living thread";
                    default -> "the JVM";
                });
    }

    private void object(Visitor visitor) throws IOException {
        long id = reader.id();
        reader.skip(Integer.BYTES);
        long type = reader.id();
        int length = reader.i4();
        long end = reader.position() + length;
        visitor.object(id, type, reader);
        reader.skip(end - reader.position());
    }

    private void references(Visitor visitor) throws IOException {
        long id = reader.id();
        reader.skip(Integer.BYTES);
        int count = reader.i4();
        long type = reader.id();
        long end = reader.position() + (long) count * reader.idSize();
        visitor.references(id, type, count, reader);
        reader.skip(end - reader.position());
    }

    private void primitives(Visitor visitor) throws IOException {
        long id = reader.id();
        reader.skip(Integer.BYTES);
        int count = reader.i4();
        int basicType = reader.u1();
        visitor.primitives(id, basicType, count, reader.position());
        reader.skip((long) count * HeapType.size(basicType, reader.idSize()));
    }

    private void type() throws IOException {
        long id = reader.id();
        reader.skip(Integer.BYTES);
        long parent = reader.id();
        reader.skip(5L * reader.idSize() + Integer.BYTES);
        constants();
        List<HeapType.Field> statics = fields(true);
        String name = text(classNames.getOrDefault(id, 0L)).replace('/', '.');
        types.put(id, new HeapType(name, parent, fields(false), statics));
    }

    private void constants() throws IOException {
        for (int count = reader.u2(); count > 0; count--) {
            reader.skip(Short.BYTES);
            reader.skip(HeapType.size(reader.u1(), reader.idSize()));
        }
    }

    private List<HeapType.Field> fields(boolean isStatic) throws IOException {
        List<HeapType.Field> fields = new ArrayList<>();
        for (int count = reader.u2(); count > 0; count--) {
            String name = text(reader.id());
            int basicType = reader.u1();
            boolean refers = basicType == HeapType.REFERENCE;
            long value = isStatic && refers ? reader.id() : 0;
            if (isStatic && !refers) {
                reader.skip(HeapType.size(basicType, reader.idSize()));
            }
            fields.add(new HeapType.Field(name, basicType, value));
        }
        return fields;
    }

    private String text(long id) {
        return texts.getOrDefault(id, "?");
    }
}
