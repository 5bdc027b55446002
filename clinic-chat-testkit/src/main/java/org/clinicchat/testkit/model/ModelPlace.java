package org.clinicchat.testkit.model;

import java.time.Instant;

/** A row's place: newest first, then by the id's characters. */
record ModelPlace(Instant time, String id) implements Comparable<ModelPlace> {

    @Override
    public int compareTo(ModelPlace other) {
        return time.equals(other.time) ? id.compareTo(other.id) : other.time.compareTo(time);
    }
}
