package org.clinicchat.people;

import java.util.Objects;
import java.util.Set;

/**
 * Practitioners who may stand in for each other (gruppo di lavoro). Its {@code toString} has the number of members.
 *
 * @param id which group
 * @param members who; may be empty
 */
public record WorkGroup(WorkGroupId id, Set<PractitionerId> members) {

    /** Takes a copy of the members. */
    public WorkGroup {
        Objects.requireNonNull(id, "id");
        members = Set.copyOf(members);
    }

    /**
     * A group.
     *
     * @param id which group
     * @param members who
     * @return the group
     */
    public static WorkGroup of(WorkGroupId id, PractitionerId... members) {
        return new WorkGroup(id, Set.of(members));
    }

    @Override
    public String toString() {
        return "WorkGroup[" + id + ", " + members.size() + " members]";
    }
}
