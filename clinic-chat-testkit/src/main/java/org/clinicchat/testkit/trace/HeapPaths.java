package org.clinicchat.testkit.trace;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what holds a spot of a heap dump: the array that it lies in, and a shortest way from there to what keeps it alive. */
final class HeapPaths {

    private static final int MOST_STEPS = 40;
    private static final int MOST_HOLDERS = 100_000;

    private final HeapRecords records;
    private final Map<Long, String> roots = new HashMap<>();

    HeapPaths(HeapReader reader) {
        this.records = new HeapRecords(reader);
    }

    /** What holds the byte at this offset; empty if it lies in no array. */
    Optional<String> holder(long offset) throws IOException {
        Map<Long, String> reached = new HashMap<>();
        records.visit(new Finding(offset, reached));
        Set<Long> seen = new HashSet<>(reached.keySet());
        Optional<String> longest = reached.values().stream().findFirst();
        for (int step = 0; step < MOST_STEPS && !reached.isEmpty() && reached.size() < MOST_HOLDERS; step++) {
            Optional<String> root = root(reached);
            if (root.isPresent()) {
                return root;
            }
            longest = reached.values().stream().findFirst();
            reached = holders(reached, seen);
        }
        return longest;
    }

    private Optional<String> root(Map<Long, String> reached) {
        for (HeapType type : records.types().values()) {
            for (HeapType.Field field : type.statics()) {
                String path = reached.get(field.value());
                if (path != null) {
                    return Optional.of(path + " < static " + type.name() + "." + field.name());
                }
            }
        }
        return reached.entrySet().stream()
                .filter(each -> roots.containsKey(each.getKey()))
                .map(each -> each.getValue() + " < " + roots.get(each.getKey()))
                .findFirst();
    }

    private Map<Long, String> holders(Map<Long, String> held, Set<Long> seen) throws IOException {
        Map<Long, String> holders = new HashMap<>();
        records.visit(new Holding(held, (id, path) -> {
            if (seen.add(id)) {
                holders.put(id, path);
            }
        }));
        return holders;
    }

    private String name(long type) {
        HeapType known = records.types().get(type);
        return known == null ? "?" : known.name();
    }

    /** Looks for the array that an offset lies in. */
    private final class Finding implements HeapRecords.Visitor {
        private final long offset;
        private final Map<Long, String> found;

        Finding(long offset, Map<Long, String> found) {
            this.offset = offset;
            this.found = found;
        }

        @Override
        public void root(long id, String kind) {
            roots.put(id, kind);
        }

        @Override
        public void object(long id, long type, HeapReader fields) {}

        @Override
        public void references(long id, long type, int count, HeapReader elements) {}

        @Override
        public void primitives(long id, int basicType, int count, long from) {
            if (offset >= from && offset < from + (long) count * HeapType.size(basicType, Long.BYTES)) {
                found.put(id, HeapType.basicName(basicType) + "[" + count + "]");
            }
        }
    }

    /** Is told of an object that holds one of those that are held. */
    private interface Holder {
        void holds(long id, String path);
    }

    /** Looks for what refers to these. */
    private final class Holding implements HeapRecords.Visitor {
        private final Map<Long, String> held;
        private final Holder holder;

        Holding(Map<Long, String> held, Holder holder) {
            this.held = held;
            this.holder = holder;
        }

        @Override
        public void root(long id, String kind) {}

        @Override
        public void object(long id, long type, HeapReader fields) throws IOException {
            HeapType declaring = records.types().get(type);
            while (declaring != null) {
                for (HeapType.Field field : declaring.fields()) {
                    field(id, type, declaring, field, fields);
                }
                declaring = records.types().get(declaring.parent());
            }
        }

        private void field(long id, long type, HeapType declaring, HeapType.Field field, HeapReader fields)
                throws IOException {
            if (field.basicType() != HeapType.REFERENCE) {
                fields.skip(HeapType.size(field.basicType(), fields.idSize()));
                return;
            }
            String path = held.get(fields.id());
            // What only a weak reference holds is held by something else.
            if (path != null && !declaring.name().equals("java.lang.ref.Reference")) {
                holder.holds(id, path + " < " + name(type) + "." + field.name());
            }
        }

        @Override
        public void references(long id, long type, int count, HeapReader elements) throws IOException {
            for (int i = 0; i < count; i++) {
                String path = held.get(elements.id());
                if (path != null) {
                    holder.holds(id, path + " < " + name(type));
                }
            }
        }

        @Override
        public void primitives(long id, int basicType, int count, long from) {}
    }
}
