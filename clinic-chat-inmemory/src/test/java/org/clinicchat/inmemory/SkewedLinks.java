package org.clinicchat.inmemory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clinicchat.conversation.StoredCare;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.port.Access;
import org.clinicchat.port.CareQuestion;
import org.clinicchat.port.Storage;
import org.clinicchat.service.Practice;

/**
 * Links that look who shares a group, then let a group be put, and then move those whom they saw: the version of Dr Rossi's
 * practice seems not to move by them. All nodes see the same.
 */
final class SkewedLinks implements BentStorage.Bend {

    private static final PractitionerId OWNER = PractitionerId.of("dr-rossi");

    private final Map<ClinicId, Long> unmoved = new ConcurrentHashMap<>();
    private final AtomicLong puts = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    @Override
    public Object call(Storage right, String method, Object[] arguments, BentStorage.Call call) {
        if (method.equals("setLinked") && (boolean) arguments[3]) {
            return link(right, arguments, call);
        }
        if (arguments[0] instanceof CareQuestion question) {
            reads.incrementAndGet();
            return told((StoredCare) call.with(question), unmoved(question.key().clinic()));
        }
        if (arguments[0] instanceof Access access && method.equals("read")) {
            return call.with(real(access, unmoved(access.key().clinic())), arguments[1]);
        }
        Object answer = call.with(arguments);
        puts.addAndGet(method.equals("putWorkGroup") ? 1 : 0);
        return answer;
    }

    private Object link(Storage right, Object[] arguments, BentStorage.Call call) {
        ClinicId clinic = (ClinicId) arguments[0];
        long before = puts.get();
        Torn.awaitNext(puts);
        if (puts.get() > before) {
            for (int i = 0; i < 3; i++) {
                Torn.awaitNext(reads);
            }
            long version = Wrong.version(right, clinic, OWNER);
            Object answer = call.with(arguments);
            unmoved.merge(clinic, Wrong.version(right, clinic, OWNER) - version, Long::sum);
            return answer;
        }
        return call.with(arguments);
    }

    private static Access real(Access access, long unmoved) {
        return new Access(access.key(), access.practiceVersion() + unmoved, access.reader(), access.audit());
    }

    private static StoredCare told(StoredCare facts, long unmoved) {
        return new StoredCare(
                facts.practice().map(practice -> told(practice, unmoved)),
                facts.patientKnown(),
                facts.permitted(),
                facts.sharesWorkGroup(),
                facts.linkedToPatient(),
                facts.state(),
                facts.prior());
    }

    private static Practice told(Practice practice, long unmoved) {
        return new Practice(
                practice.practitioner(),
                practice.version() - unmoved,
                practice.service(),
                practice.autoReply(),
                practice.substitutes());
    }

    private long unmoved(ClinicId clinic) {
        return unmoved.getOrDefault(clinic, 0L);
    }
}
