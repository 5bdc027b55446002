package org.clinicchat.testkit.trace;

import java.util.List;

/**
 * A class in a heap dump.
 *
 * @param name as Java writes it
 * @param parent the superclass's id, or 0
 * @param fields those of its objects that it declares itself, in the order in which they lie
 * @param statics those of its own that refer to something
 */
record HeapType(String name, long parent, List<Field> fields, List<Field> statics) {

    /** What a basic type that refers to objects is called in a dump. */
    static final int REFERENCE = 2;

    /**
     * A field.
     *
     * @param name as it is declared
     * @param basicType what is in it
     * @param value what it refers to, if it is static
     */
    record Field(String name, int basicType, long value) {}

    /** How many bytes a basic type takes. */
    static int size(int basicType, int idSize) {
        return switch (basicType) {
            case REFERENCE -> idSize;
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 7, 11 -> 8;
            default -> throw new IllegalArgumentException("No basic type of a heap dump: " + basicType);
        };
    }

    /** As Java writes it. */
    static String basicName(int basicType) {
        return switch (basicType) {
            case 4 -> "boolean";
            case 5 -> "char";
            case 6 -> "float";
            case 7 -> "double";
            case 8 -> "byte";
            case 9 -> "short";
            case 10 -> "int";
            case 11 -> "long";
            default -> "?";
        };
    }
}
