package org.clinicchat.session.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.clinicchat.people.PatientId;
import org.clinicchat.session.SessionListener;
import org.clinicchat.session.SessionSubscription;
import org.clinicchat.session.chat.DeskKey;
import org.clinicchat.session.chat.PageId;
import org.clinicchat.session.desk.DeskNews;

/** Who looks at what, on this node. */
final class Watchers {

    /** What is looked at: the {@code PatientId} of a patient's view, or the {@code PageId} of the practitioner's page. */
    private record Place(DeskKey desk, Object view) {}

    private final Map<Place, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final Executor executor;

    Watchers(Executor executor) {
        this.executor = executor;
    }

    SessionSubscription add(DeskKey desk, PageId page, SessionListener listener) {
        return add(new Place(desk, page), listener);
    }

    SessionSubscription add(DeskKey desk, PatientId patient, SessionListener listener) {
        return add(new Place(desk, patient), listener);
    }

    private SessionSubscription add(Place place, SessionListener listener) {
        Watch watch = new Watch(listener, executor);
        watches.compute(place, (key, there) -> {
            Set<Watch> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(watch);
            return all;
        });
        return () -> remove(place, watch);
    }

    void tell(DeskKey desk, DeskNews news) {
        if (watches.isEmpty()) {
            return;
        }
        news.pages().forEach(page -> tell(new Place(desk, page), news.alert()));
        news.patients().forEach(patient -> tell(new Place(desk, patient), false));
    }

    private void tell(Place place, boolean alert) {
        watches.getOrDefault(place, Set.of()).forEach(watch -> watch.tell(alert));
    }

    private void remove(Place place, Watch watch) {
        watch.close();
        watches.computeIfPresent(place, (key, there) -> {
            there.remove(watch);
            return there.isEmpty() ? null : there;
        });
    }
}
