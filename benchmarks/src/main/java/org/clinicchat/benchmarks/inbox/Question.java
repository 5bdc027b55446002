package org.clinicchat.benchmarks.inbox;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is asked of the list, and what one would write by hand for it.
 *
 * @param name what it is called in the report
 * @param asked asks it of the library
 * @param plain asks it by hand, if that is compared
 */
record Question(String name, Supplier<Object> asked, Optional<Supplier<Object>> plain) {

    static Question of(String name, Supplier<Object> asked) {
        return new Question(name, asked, Optional.empty());
    }

    static Question of(String name, Supplier<Object> asked, Supplier<Object> plain) {
        return new Question(name, asked, Optional.of(plain));
    }
}
