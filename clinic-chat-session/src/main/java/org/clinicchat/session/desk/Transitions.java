package org.clinicchat.session.desk;

import static org.clinicchat.session.desk.BoxAt.MINIMIZED_ON_PATIENT;
import static org.clinicchat.session.desk.BoxAt.OPEN_ON_PATIENT;
import static org.clinicchat.session.desk.DeskEvent.BOX_CLOSED;
import static org.clinicchat.session.desk.DeskEvent.BOX_MINIMISED;
import static org.clinicchat.session.desk.DeskEvent.CALL_STARTS;
import static org.clinicchat.session.desk.DeskEvent.DEADLINE;
import static org.clinicchat.session.desk.DeskEvent.NODE_STOPS;
import static org.clinicchat.session.desk.DeskEvent.PAGE_ATTACHES;
import static org.clinicchat.session.desk.DeskEvent.PAGE_GONE;
import static org.clinicchat.session.desk.DeskEvent.PAGE_REFRESHED;
import static org.clinicchat.session.desk.DeskEvent.PAGE_REPLACED;
import static org.clinicchat.session.desk.DeskEvent.PATIENT_CHOSEN;
import static org.clinicchat.session.desk.DeskEvent.PATIENT_JOINS;
import static org.clinicchat.session.desk.DeskEvent.PATIENT_LEAVES;
import static org.clinicchat.session.desk.DeskEvent.PATIENT_WRITES;
import static org.clinicchat.session.desk.DeskEvent.PRACTITIONER_WRITES;
import static org.clinicchat.session.desk.Transition.Becomes.NEW_IN_CALL;
import static org.clinicchat.session.desk.Transition.Becomes.NEW_IN_QUEUE;
import static org.clinicchat.session.desk.Transition.Becomes.SAME;
import static org.clinicchat.session.desk.Transition.BoxMoves.CLOSES;
import static org.clinicchat.session.desk.Transition.BoxMoves.FOLDS;
import static org.clinicchat.session.desk.Transition.BoxMoves.OPENS_ON_PATIENT;
import static org.clinicchat.session.desk.Transition.BoxMoves.STAYS;
import static org.clinicchat.session.desk.Transition.Erases.ALL;
import static org.clinicchat.session.desk.Transition.Erases.ENDED_BUT_VIEWED;
import static org.clinicchat.session.desk.Transition.Erases.NOTHING;
import static org.clinicchat.session.desk.Transition.Erases.OVERDUE;
import static org.clinicchat.session.desk.Transition.Erases.REFRESHED;
import static org.clinicchat.session.desk.Transition.Erases.THIS_IF_SET;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clinicchat.outcome.Enforces;
import org.clinicchat.outcome.RefusalCode;
import org.clinicchat.session.chat.EraseReason;
import org.clinicchat.session.chat.SessionPhase;
import org.clinicchat.session.desk.Transition.Becomes;
import org.clinicchat.session.desk.Transition.BoxMoves;
import org.clinicchat.session.desk.Transition.Erases;

/**
 * Everything that can happen at a desk, in one table. It is total and without overlap: exactly one line fits whatever happens in
 * whatever state.
 */
final class Transitions {

    private static final Set<SessionPhase> ANY = EnumSet.allOf(SessionPhase.class);
    private static final Set<SessionPhase> QUEUE = EnumSet.of(SessionPhase.IN_QUEUE);
    private static final Set<SessionPhase> CALL = EnumSet.of(SessionPhase.IN_CALL);
    private static final Set<SessionPhase> THERE = EnumSet.of(SessionPhase.IN_QUEUE, SessionPhase.IN_CALL);
    private static final Set<SessionPhase> LEFT = EnumSet.of(SessionPhase.ENDED);
    private static final Set<SessionPhase> NONE = EnumSet.of(SessionPhase.ERASED);
    private static final Set<SessionPhase> NOT_THERE = EnumSet.of(SessionPhase.ENDED, SessionPhase.ERASED);
    private static final Set<SessionPhase> LISTED = EnumSet.complementOf(EnumSet.of(SessionPhase.ERASED));

    private static final Set<BoxAt> ANYWHERE = EnumSet.allOf(BoxAt.class);
    private static final Set<BoxAt> OPEN = EnumSet.of(OPEN_ON_PATIENT);
    private static final Set<BoxAt> ON_PATIENT = EnumSet.of(MINIMIZED_ON_PATIENT, OPEN_ON_PATIENT);
    private static final Set<BoxAt> NOT_OPEN = EnumSet.complementOf(EnumSet.of(OPEN_ON_PATIENT));
    private static final Set<BoxAt> NOT_ON_PATIENT = EnumSet.complementOf(EnumSet.copyOf(ON_PATIENT));

    /** What happens, what the patient's session is, where the box is: what becomes of both, and what is erased. */
    @Enforces({"SES-1", "SES-3", "SES-4", "SES-5", "SES-6", "SES-7", "ERA-1", "ERA-2", "ERA-3", "ERA-4", "ERA-5"})
    static final List<Transition> TABLE = List.of(
            line(PATIENT_JOINS, NOT_THERE, ANYWHERE, NEW_IN_QUEUE, STAYS, NOTHING),
            line(PATIENT_JOINS, THERE, ANYWHERE, SAME, STAYS, NOTHING),
            line(CALL_STARTS, NOT_THERE, ANYWHERE, NEW_IN_CALL, STAYS, Erases.ENDED, EraseReason.CALL_STARTED),
            line(CALL_STARTS, QUEUE, ANYWHERE, Becomes.IN_CALL, STAYS, Erases.ENDED, EraseReason.CALL_STARTED),
            line(CALL_STARTS, CALL, ANYWHERE, SAME, STAYS, NOTHING),
            line(PATIENT_LEAVES, THERE, ON_PATIENT, Becomes.ENDED, STAYS, NOTHING),
            line(
                    PATIENT_LEAVES,
                    THERE,
                    NOT_ON_PATIENT,
                    Becomes.ENDED,
                    STAYS,
                    THIS_IF_SET,
                    EraseReason.ENDED_OUT_OF_VIEW),
            line(PATIENT_LEAVES, NOT_THERE, ANYWHERE, SAME, STAYS, NOTHING),
            line(PATIENT_WRITES, THERE, ON_PATIENT, SAME, OPENS_ON_PATIENT, NOTHING),
            line(PATIENT_WRITES, THERE, NOT_ON_PATIENT, SAME, STAYS, NOTHING),
            refused(PATIENT_WRITES, NOT_THERE, RefusalCode.NOT_IN_QUEUE),
            line(PRACTITIONER_WRITES, THERE, ANYWHERE, SAME, STAYS, NOTHING),
            refused(PRACTITIONER_WRITES, LEFT, RefusalCode.PATIENT_HAS_LEFT),
            refused(PRACTITIONER_WRITES, NONE, RefusalCode.NOT_FOUND),
            line(PATIENT_CHOSEN, LISTED, ON_PATIENT, SAME, OPENS_ON_PATIENT, NOTHING),
            line(
                    PATIENT_CHOSEN,
                    LISTED,
                    NOT_ON_PATIENT,
                    SAME,
                    OPENS_ON_PATIENT,
                    ENDED_BUT_VIEWED,
                    EraseReason.OTHER_PATIENT_VIEWED),
            refused(PATIENT_CHOSEN, NONE, RefusalCode.NOT_IN_QUEUE),
            line(BOX_MINIMISED, ANY, OPEN, SAME, FOLDS, NOTHING),
            line(BOX_MINIMISED, ANY, NOT_OPEN, SAME, STAYS, NOTHING),
            line(BOX_CLOSED, ANY, ON_PATIENT, SAME, CLOSES, Erases.ENDED, EraseReason.BOX_CLOSED),
            line(BOX_CLOSED, ANY, NOT_ON_PATIENT, SAME, STAYS, NOTHING),
            line(PAGE_ATTACHES, ANY, ANYWHERE, SAME, CLOSES, NOTHING),
            line(PAGE_REPLACED, ANY, ANYWHERE, SAME, CLOSES, REFRESHED, EraseReason.PAGE_REFRESHED),
            line(PAGE_REFRESHED, ANY, ANYWHERE, SAME, CLOSES, REFRESHED, EraseReason.PAGE_REFRESHED),
            line(PAGE_GONE, ANY, ANYWHERE, SAME, CLOSES, REFRESHED, EraseReason.PAGE_REFRESHED),
            line(DEADLINE, ANY, ANYWHERE, SAME, STAYS, OVERDUE, EraseReason.TIME_RAN_OUT),
            line(NODE_STOPS, ANY, ANYWHERE, SAME, CLOSES, ALL, EraseReason.NODE_STOPPED));

    /** The same table, to be found in one step: by event, phase and box. */
    private static final Map<DeskEvent, Map<SessionPhase, Map<BoxAt, Transition>>> FOUND = each(
            DeskEvent.class,
            event -> each(SessionPhase.class, phase -> each(BoxAt.class, box -> theOnly(event, phase, box))));

    private Transitions() {}

    static Transition of(DeskEvent event, SessionPhase phase, BoxAt box) {
        return known(known(known(FOUND, event), phase), box);
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> keys, Function<K, V> value) {
        Map<K, V> all = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            all.put(key, value.apply(key));
        }
        return all;
    }

    private static Transition theOnly(DeskEvent event, SessionPhase phase, BoxAt box) {
        List<Transition> fitting =
                TABLE.stream().filter(line -> line.fits(event, phase, box)).toList();
        if (fitting.size() != 1) {
            throw new IllegalStateException(fitting.size() + " lines for " + event + ", " + phase + ", " + box);
        }
        return fitting.get(0);
    }

    private static Transition line(
            DeskEvent event, Set<SessionPhase> phases, Set<BoxAt> boxes, Becomes session, BoxMoves box, Erases erases) {
        return new Transition(event, phases, boxes, session, box, erases, Optional.empty(), Optional.empty());
    }

    private static Transition line(
            DeskEvent event,
            Set<SessionPhase> phases,
            Set<BoxAt> boxes,
            Becomes session,
            BoxMoves box,
            Erases erases,
            EraseReason why) {
        return new Transition(event, phases, boxes, session, box, erases, Optional.of(why), Optional.empty());
    }

    private static Transition refused(DeskEvent event, Set<SessionPhase> phases, RefusalCode code) {
        return new Transition(event, phases, ANYWHERE, SAME, STAYS, NOTHING, Optional.empty(), Optional.of(code));
    }
}
