package org.clinicchat.jdbc;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the tables are called.
 *
 * @param schema the schema that holds them; empty for the connection's own
 * @param prefix what all their names begin with
 */
record Tables(String schema, String prefix) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern TABLE = Pattern.compile("\\{(\\w+)}");

    static final Tables DEFAULT = new Tables("", "clinic_chat_");

    Tables {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(prefix, "prefix");
        check(schema, "schema");
        check(prefix, "prefix");
    }

    /** A statement in which tables stand in braces, with their names. */
    String sql(String statement) {
        return TABLE.matcher(statement).replaceAll(qualified() + "$1");
    }

    /** A script of the schema, with the names. */
    String script(String text) {
        return text.replace("${tables}", qualified()).replace("${prefix}", prefix);
    }

    private String qualified() {
        return schema.isEmpty() ? prefix : schema + "." + prefix;
    }

    private static void check(String name, String what) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a " + what + " is up to 30 of [a-z0-9_] and begins with a letter, not " + name);
        }
    }
}
