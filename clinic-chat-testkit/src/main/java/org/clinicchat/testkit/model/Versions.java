package org.clinicchat.testkit.model;

import java.util.HashMap;
import java.util.Map;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.service.Practice;

/** The practices as they were last shown: a version is not modelled, but it must move with its record. */
final class Versions {

    private final Map<String, Practice> shown = new HashMap<>();

    /** Whether the answer, if it is a practice, is of a later version than what it differs from. */
    boolean move(Command command, Object answer) {
        if (!(answer instanceof Outcome.Accepted<?> accepted) || !(accepted.value() instanceof Practice now)) {
            return true;
        }
        Practice before = shown.put(command.clinic() + now.practitioner().value(), now);
        return before == null || before.version() < now.version() || before.equals(now);
    }
}
