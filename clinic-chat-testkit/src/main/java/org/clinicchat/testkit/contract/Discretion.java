package org.clinicchat.testkit.contract;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an exception may not tell of a {@link SmallClinic}: who is in it, and what they write (SAFE-5). */
final class Discretion {

    private static final Pattern SECRET = Pattern.compile(
            "\\b(rossi|bianchi|verdi|anna|bruno|carla|neri|riva|serra|north-wing|buongiorno|dica|torno|febbre|tosse|prenda|venga"
                    + "|sostituto|studio chiuso|resta|parlati|altro|per bruno|toni|rispondo|una volta|messaggio)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Discretion() {}

    /** The message that tells, the exception's or that of anything beneath it. */
    static Optional<String> broken(Throwable thrown) {
        return all(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))
                .map(each -> String.valueOf(each.getMessage()))
                .filter(message -> SECRET.matcher(message).find())
                .findFirst();
    }

    private static Stream<Throwable> all(Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return Stream.empty();
        }
        Stream<Throwable> beneath =
                Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()));
        return Stream.concat(Stream.of(thrown), beneath.flatMap(each -> all(each, seen)));
    }
}
