package org.clinicchat.testkit.model;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How much a tester lets the properties do. They are written for a storage in memory; where each call is a round trip, fewer
 * histories that are looked at less often find nearly as much in a tenth of the calls.
 *
 * @param percent how many of the tries of each property are run, at least one: 1 to 100, or more for a long campaign
 * @param lookEvery after how many steps of a watched history all views are looked at; they always are at its end
 */
public record Effort(int percent, int lookEvery) {

    /** All tries, and a look after every other step. */
    public static final Effort IN_MEMORY = new Effort(100, 2);

    /** What a database answers in a minute or two. */
    public static final Effort ON_A_DATABASE = new Effort(10, 15);

    /** Checks that both are positive. */
    public Effort {
        if (percent < 1 || lookEvery < 1) {
            throw new IllegalArgumentException(
                    "an effort is 1 percent or more, with a look at every step or more rarely");
        }
    }

    int of(int tries) {
        return Math.max(1, Math.round(tries * percent / 100f));
    }

    /** Sets the tries of each property by what its class says; an example stays one. */
    static final class Tries implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            if (context.testInstance() instanceof CareProperties properties) {
                PropertyAttributes attributes = context.attributes();
                attributes
                        .tries()
                        .ifPresent(
                                all -> attributes.setTries(properties.effort().of(all)));
            }
            return property.execute();
        }
    }
}
