package org.clinicchat.inmemory;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.SearchKeys;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * The people of one clinic and how they are connected. What decides who reaches a practice's chats is changed under that
 * practice's lock, and read under it.
 */
final class Directory {

    private final Map<PatientId, Listed> patients = new ConcurrentHashMap<>();
    private final Map<WorkGroupId, WorkGroup> groups = new ConcurrentHashMap<>();
    private final Set<Pair> links = ConcurrentHashMap.newKeySet();
    private final Set<Pair> permissions = ConcurrentHashMap.newKeySet();

    /** A practitioner and a patient. */
    record Pair(PractitionerId practitioner, PatientId patient) {}

    /** A profile, and what a search compares with. */
    record Listed(PatientProfile profile, SearchKeys keys) {}

    Optional<Listed> patient(PatientId id) {
        return Optional.ofNullable(patients.get(id));
    }

    /** Each of these returns whether it changed anything. */
    boolean put(PatientProfile profile) {
        Listed next = new Listed(profile, SearchKeys.of(profile));
        return !next.equals(patients.put(profile.id(), next));
    }

    boolean put(WorkGroup group) {
        return !group.equals(groups.put(group.id(), group));
    }

    boolean remove(WorkGroupId group) {
        return groups.remove(group) != null;
    }

    Set<PractitionerId> members(WorkGroupId group) {
        return Optional.ofNullable(groups.get(group)).map(WorkGroup::members).orElse(Set.of());
    }

    /** A practitioner and all who share a work group with him. */
    Set<PractitionerId> withColleagues(PractitionerId practitioner) {
        Set<PractitionerId> all = new HashSet<>(Set.of(practitioner));
        groups.values().stream()
                .map(WorkGroup::members)
                .filter(members -> members.contains(practitioner))
                .forEach(all::addAll);
        return all;
    }

    boolean shareWorkGroup(PractitionerId one, PractitionerId other) {
        return !one.equals(other)
                && groups.values().stream()
                        .anyMatch(group ->
                                group.members().contains(one) && group.members().contains(other));
    }

    boolean isLinked(Pair pair) {
        return links.contains(pair);
    }

    boolean setLinked(Pair pair, boolean linked) {
        return set(links, pair, linked);
    }

    boolean isPermitted(Pair pair) {
        return permissions.contains(pair);
    }

    boolean setPermitted(Pair pair, boolean permitted) {
        return set(permissions, pair, permitted);
    }

    private static boolean set(Set<Pair> pairs, Pair pair, boolean present) {
        return present ? pairs.add(pair) : pairs.remove(pair);
    }
}
