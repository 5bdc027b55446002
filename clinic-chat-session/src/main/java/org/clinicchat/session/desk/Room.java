package org.clinicchat.session.desk;

/**
 * An amount of what a node holds.
 *
 * @param sessions how many sessions
 * @param bytes how many bytes, as they are counted: texts at two bytes a character, and what lies around them
 */
public record Room(int sessions, long bytes) {

    /** Nothing at all. */
    public static final Room NONE = new Room(0, 0);

    /**
     * Both together.
     *
     * @param other and what
     * @return the sum
     */
    public Room plus(Room other) {
        return new Room(sessions + other.sessions, bytes + other.bytes);
    }

    /**
     * How much more this is.
     *
     * @param other than what
     * @return the difference, which may be negative
     */
    public Room minus(Room other) {
        return new Room(sessions - other.sessions, bytes - other.bytes);
    }
}
