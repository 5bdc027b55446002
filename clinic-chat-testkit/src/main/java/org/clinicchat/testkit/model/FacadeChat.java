package org.clinicchat.testkit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.HostView;
import org.clinicchat.LiveListener;
import org.clinicchat.PatientView;
import org.clinicchat.PracticeView;
import org.clinicchat.Subscription;
import org.clinicchat.audit.AuditEntry;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.message.Draft;
import org.clinicchat.message.Message;
import org.clinicchat.message.MessageId;
import org.clinicchat.message.Receipt;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.Actor;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.Role;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/** The chat under test, asked with the model's names. */
final class FacadeChat implements CareChat {

    private final ClinicChat chat;
    private final Alignment names;
    private final LiveCalls live;

    FacadeChat(ClinicChat chat, Alignment names, Map<Integer, FacadeLive.Ear> ears) {
        this.chat = chat;
        this.names = names;
        this.live = new FacadeLive(chat, this::subscribe, ears);
    }

    @Override
    public HostCalls host(ClinicId clinic) {
        return new Host(names, clinic(clinic).host());
    }

    @Override
    public SettingsCalls settings(Actor actor, PractitionerId owner) {
        Clinic clinic = clinic(actor.clinic());
        return new FacadeSettings(
                actor.self().role() == Role.HOST
                        ? clinic.host().practice(owner)
                        : clinic.practitioner(owner).settings());
    }

    @Override
    public ListCalls lists(Actor actor) {
        return new Lists(actor);
    }

    @Override
    public ConversationCalls conversation(Actor actor, Where where) {
        if (where instanceof Where.Between between) {
            return new FacadeConversation(
                    names,
                    actor.isPractitioner()
                            ? practice(actor).conversationWith(between.patient())
                            : patient(actor).conversationWith(between.practitioner()));
        }
        var id = names.real(((Where.Known) where).id());
        return new FacadeConversation(
                names,
                actor.isPractitioner()
                        ? practice(actor).conversation(id)
                        : patient(actor).conversation(id));
    }

    @Override
    public LiveCalls live() {
        return live;
    }

    private Outcome<Subscription> subscribe(Actor actor, LiveListener listener) {
        return actor.isPractitioner()
                ? practice(actor).subscribe(listener)
                : patient(actor).subscribe(listener);
    }

    private Clinic clinic(ClinicId name) {
        return chat.clinic(names.real(name));
    }

    private PracticeView practice(Actor actor) {
        var self =
                clinic(actor.clinic()).practitioner(actor.self().practitioner().orElseThrow());
        return actor.onBehalfOf().isEmpty() ? self : self.substituteFor(ModelClinic.owner(actor));
    }

    private PatientView patient(Actor actor) {
        return clinic(actor.clinic()).patient(actor.self().patient().orElseThrow());
    }

    private final class Lists implements ListCalls {
        private final Actor actor;

        Lists(Actor actor) {
            this.actor = actor;
        }

        @Override
        public Outcome<InboxPage> inbox(InboxQuery query) {
            return practice(actor)
                    .inbox(new InboxQuery(
                            query.filters(),
                            query.search(),
                            query.limit(),
                            query.after().map(names::real)));
        }

        @Override
        public Outcome<InboxTotals> totals() {
            return practice(actor).totals();
        }

        @Override
        public Outcome<PatientInboxPage> conversations(int limit, Optional<PageCursor> after) {
            return after.isPresent()
                    ? patient(actor).conversations(limit, names.real(after.get()))
                    : patient(actor).conversations(limit);
        }
    }

    private record Host(Alignment names, HostView host) implements HostCalls {

        @Override
        public void putPractice(PractitionerId practitioner) {
            host.putPractice(practitioner);
        }

        @Override
        public void putPatient(PatientProfile profile) {
            host.putPatient(profile);
        }

        @Override
        public void putWorkGroup(WorkGroup group) {
            host.putWorkGroup(group);
        }

        @Override
        public void removeWorkGroup(WorkGroupId group) {
            host.removeWorkGroup(group);
        }

        @Override
        public void link(PractitionerId practitioner, PatientId patient, boolean linked) {
            if (linked) {
                host.linkPerson(practitioner, patient);
            } else {
                host.unlinkPerson(practitioner, patient);
            }
        }

        @Override
        public void permit(PatientId patient, PractitionerId practitioner, boolean permitted) {
            if (permitted) {
                host.permitContact(patient, practitioner);
            } else {
                host.withdrawContact(patient, practitioner);
            }
        }

        @Override
        public Outcome<Message> retractNotice(PractitionerId practitioner, PatientId patient, MessageId notice) {
            return host.retractNotice(practitioner, patient, names.real(notice));
        }

        @Override
        public Outcome<Receipt> notice(PractitionerId practitioner, Draft draft) {
            return host.notice(practitioner, draft);
        }

        @Override
        public List<AuditEntry> audit(long after, int limit) {
            return host.audit(after, limit);
        }
    }
}
