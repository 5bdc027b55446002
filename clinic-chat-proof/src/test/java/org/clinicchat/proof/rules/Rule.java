package org.clinicchat.proof.rules;

import java.util.List;

/**
 * One rule of the rulebook, in our few words.
 *
 * @param id such as {@code CARE-9}
 * @param isLater whether the whole rule belongs to a later release
 * @param asks what it demands
 * @param switches the named settings that change it
 * @param later the clauses that a later release brings
 */
record Rule(String id, boolean isLater, String asks, List<String> switches, List<String> later) {

    /** The letters of the id, such as {@code CARE}. */
    String group() {
        return id.substring(0, id.indexOf('-'));
    }

    int number() {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
