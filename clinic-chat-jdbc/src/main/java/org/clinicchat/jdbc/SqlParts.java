package org.clinicchat.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that is put together part by part, each with the arguments of its question marks. */
final class SqlParts {

    private final StringBuilder text = new StringBuilder(1_000);
    private final List<@Nullable Object> arguments = new ArrayList<>();

    SqlParts add(String part, Object... itsArguments) {
        text.append(part);
        Collections.addAll(arguments, itsArguments);
        return this;
    }

    Sql sql() {
        return new Sql(text.toString(), arguments);
    }
}
