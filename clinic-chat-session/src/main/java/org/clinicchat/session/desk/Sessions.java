package org.clinicchat.session.desk;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.chat.SessionId;

/** The sessions of a desk, the one that began first at the front. Immutable. A patient's latest one is the current one. */
final class Sessions implements Iterable<Session> {

    static final Sessions NONE = new Sessions(new Session[0]);

    private final Session[] all;

    private Sessions(Session[] all) {
        this.all = all;
    }

    int size() {
        return all.length;
    }

    long bytes() {
        long sum = 0;
        for (Session session : all) {
            sum += session.bytes();
        }
        return sum;
    }

    Stream<Session> stream() {
        return Arrays.stream(all);
    }

    @Override
    public Iterator<Session> iterator() {
        return Arrays.asList(all).iterator();
    }

    Optional<Session> withId(SessionId id) {
        return last(session -> session.id().equals(id));
    }

    Optional<Session> latestOf(PatientId patient) {
        return last(session -> session.isOf(patient));
    }

    Optional<Session> last(Predicate<Session> wanted) {
        for (int i = all.length - 1; i >= 0; i--) {
            if (wanted.test(all[i])) {
                return Optional.of(all[i]);
            }
        }
        return Optional.empty();
    }

    boolean any(Predicate<Session> wanted) {
        return last(wanted).isPresent();
    }

    Sessions plus(Session session) {
        Session[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = session;
        return new Sessions(more);
    }

    /** The same in the place of the one with its id. */
    Sessions replacing(Session changed) {
        return map(session -> session.id().equals(changed.id()) ? changed : session);
    }

    Sessions map(UnaryOperator<Session> change) {
        Session[] changed = new Session[all.length];
        boolean same = true;
        for (int i = 0; i < all.length; i++) {
            changed[i] = change.apply(all[i]);
            same &= changed[i] == all[i];
        }
        return same ? this : new Sessions(changed);
    }

    Sessions without(Predicate<Session> unwanted) {
        return any(unwanted) ? new Sessions(stream().filter(unwanted.negate()).toArray(Session[]::new)) : this;
    }
}
