package org.clinicchat.session.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.session.chat.ErasedSession;
import org.clinicchat.session.chat.SessionId;

/** What a desk still knows of sessions that are erased, so that it can say why (SES-8): the last few, for some hours. */
@Enforces({"ERA-6", "SES-8"})
record Remains(List<ErasedSession> latest) {

    static final Remains NONE = new Remains(List.of());

    private static final int MOST = 32;

    Remains {
        latest = List.copyOf(latest);
    }

    Remains with(ErasedSession erased) {
        long tooMany = Math.max(0, latest.size() + 1 - MOST);
        return new Remains(
                Stream.concat(latest.stream().skip(tooMany), Stream.of(erased)).toList());
    }

    Optional<ErasedSession> of(SessionId session) {
        return latest.stream()
                .filter(erased -> erased.session().equals(session))
                .findFirst();
    }

    boolean isOld(Instant moment) {
        return !latest.isEmpty() && !latest.get(0).erased().isAfter(moment);
    }

    /** Without what was erased at this moment or before. */
    Remains since(Instant moment) {
        return isOld(moment)
                ? new Remains(latest.stream()
                        .filter(erased -> erased.erased().isAfter(moment))
                        .toList())
                : this;
    }
}
