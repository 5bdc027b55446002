package org.clinicchat.testkit.contract;

import static org.clinicchat.testkit.contract.Scene.ANNA;
import static org.clinicchat.testkit.contract.Scene.BIANCHI;
import static org.clinicchat.testkit.contract.Scene.BRUNO;
import static org.clinicchat.testkit.contract.Scene.CARLA;
import static org.clinicchat.testkit.contract.Scene.GROUP;
import static org.clinicchat.testkit.contract.Scene.ROSSI;
import static org.clinicchat.testkit.contract.Scene.VERDI;
import static org.clinicchat.testkit.contract.SmallClinic.draft;

import java.util.Optional;
import java.util.function.Function;
import org.clinicchat.Conversation;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.message.Draft;
import org.clinicchat.message.MessageSeq;
import org.clinicchat.message.Receipt;
import org.clinicchat.message.Revision;
import org.clinicchat.outcome.Allowed;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.WorkGroup;

/** Everything that can be done through the façade, at a {@link SmallClinic}; in some of it a conversation begins. */
@SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
enum FacadeOperation {
    PATIENT_SENDS(at -> at.patients(ANNA).send(draft(ANNA, "op", "Ho la febbre"))),
    PATIENT_BEGINS_BY_SENDING(at -> at.patients(BRUNO).send(draft(BRUNO, "op", "Ho la tosse"))),
    OWNER_SENDS(
            at -> at.ownersWith(ANNA).send(draft(ANNA, "op", "Prenda questo").seenUpTo(MessageSeq.of(2)))),
    OWNER_BEGINS_BY_SENDING(at -> at.ownersWith(BRUNO).send(draft(BRUNO, "op", "Venga domani"))),
    SUBSTITUTE_SENDS(at -> at.substitutesWith(ANNA).send(draft(ANNA, "op", "Sono il sostituto"))),
    HOST_NOTICES(at -> at.host().notice(ROSSI, draft(ANNA, "op", "Studio chiuso"))),
    HOST_TAKES_BACK_ITS_NOTICE(
            at -> at.host().retractNotice(ROSSI, CARLA, at.notice().message())),
    HOST_MAY_NOT_TAKE_BACK_WHAT_IS_NOT_HIS(
            at -> at.host().retractNotice(ROSSI, ANNA, at.first().message())),
    SENDS_AGAIN(at -> at.patients(ANNA).send(draft(ANNA, "first", SmallClinic.FIRST))),
    SENDS_OTHER_UNDER_THE_SAME_ID(at -> at.patients(ANNA).send(draft(ANNA, "first", "Altro"))),
    SENDS_TO_THE_WRONG_PATIENT(at -> at.ownersWith(ANNA).send(draft(BRUNO, "op", "Per Bruno"))),
    SENDS_ON_A_MOVED_HEAD(at -> at.patients(ANNA).send(onOldHead())),
    SENDS_NOTHING(at -> at.patients(ANNA).send(draft(ANNA, "op", " "))),
    OWNER_OPENS(at -> at.ownersWith(ANNA).open()),
    PATIENT_OPENS(at -> at.patients(ANNA).open()),
    SUBSTITUTE_OPENS(at -> at.substitutesWith(ANNA).open()),
    OWNER_OPENS_FIRST(at -> at.ownersWith(BRUNO), Conversation::open),
    PATIENT_OPENS_FIRST(at -> at.patients(BRUNO), Conversation::open),
    SUBSTITUTE_FINDS_NOTHING(at -> at.substitutesWith(BRUNO).open()),
    OWNER_PEEKS(at -> at.ownersWith(ANNA).peek(10)),
    SUBSTITUTE_READS_BACK(at -> at.substitutesWith(ANNA).before(MessageSeq.of(3), 10)),
    PATIENT_READS_ON(at -> at.patients(ANNA).after(MessageSeq.ZERO, 10)),
    PATIENT_RESUMES(at -> at.patients(ANNA).resume(Revision.ZERO)),
    PATIENT_RESUMES_FIRST(at -> at.patients(BRUNO), conversation -> conversation.resume(Revision.ZERO)),
    OWNER_MARKS_READ(at -> at.ownersWith(ANNA).markRead(MessageSeq.of(2))),
    OWNER_OPENS_BY_ID(at -> at.owner().conversation(at.first().conversation()).open()),
    OWNER_MARKS_READ_FROM_A_VIEW(
            at -> at.ownersWith(ANNA),
            Conversation::open,
            conversation -> conversation
                    .open()
                    .flatMap(page -> conversation.markRead(page.ticket().orElseThrow(), MessageSeq.of(3)))),
    OWNER_MARKS_UNREAD(at -> at.ownersWith(ANNA).markUnread()),
    OWNER_MARKS_UNREAD_FIRST(at -> at.ownersWith(BRUNO), Conversation::markUnread),
    PATIENT_RETRACTS(at -> at.patients(ANNA).retract(at.first().message())),
    OWNER_RETRACTS(at -> at.ownersWith(ANNA).retract(at.first().message())),
    SUBSTITUTE_MAY_NOT_RETRACT(at -> at.substitutesWith(ANNA).retract(at.first().message())),
    OWNER_DISABLES(at -> at.ownersWith(ANNA).disable("Toni offensivi")),
    OWNER_DISABLES_FIRST(at -> at.ownersWith(BRUNO).disable()),
    OWNER_ENABLES(at -> at.ownersWith(CARLA).enable("Ci siamo parlati")),
    OWNER_ENABLES_WHAT_IS_ENABLED(at -> at.ownersWith(ANNA).enable()),
    SUBSTITUTE_MAY_NOT_DISABLE(at -> at.substitutesWith(ANNA).disable()),
    PATIENT_ASKS_WHETHER_HE_MAY_SEND(at -> at.patients(BRUNO).canSend()),
    PATIENT_ASKS_WHETHER_HE_MAY_ATTACH(at -> at.patients(ANNA).canAttach()),
    SUBSTITUTE_ASKS_WHETHER_HE_MAY_VIEW(at -> at.substitutesWith(BRUNO).canView()),
    OWNER_SUBSCRIBES(at -> at.owner().subscribe((key, event) -> {})),
    PATIENT_SUBSCRIBES(at -> at.clinic().patient(ANNA).subscribe((key, event) -> {})),
    OWNER_LISTS(at -> at.owner().inbox(InboxQuery.all().unread().search("neri"))),
    OWNER_COUNTS(at -> at.owner().totals()),
    SUBSTITUTE_LISTS(
            at -> at.clinic().practitioner(BIANCHI).substituteFor(ROSSI).inbox(InboxQuery.all())),
    SUBSTITUTE_COUNTS(
            at -> at.clinic().practitioner(BIANCHI).substituteFor(ROSSI).totals()),
    PATIENT_LISTS(at -> at.clinic().patient(ANNA).conversations()),
    STRANGER_LISTS(at -> at.clinic().practitioner(VERDI).inbox(InboxQuery.all())),
    SHOWS_SETTINGS(at -> at.settings().show()),
    SWITCHES_SERVICE_OFF(at -> at.settings().deactivateService()),
    SWITCHES_SERVICE_ON(at -> at.settings().activateService()),
    WRITES_AUTO_REPLY(at -> at.settings().writeAutoReply("Torno martedì")),
    SWITCHES_AUTO_REPLY_ON(at -> at.settings().activateAutoReply("Torno mercoledì")),
    SWITCHES_AUTO_REPLY_OFF(at -> at.settings().deactivateAutoReply()),
    RESETS_AUTO_REPLY(at -> at.settings().resetAutoReply()),
    MAY_NOT_BLANK_AUTO_REPLY(at -> at.settings().writeAutoReply(" ")),
    SHOWS_TO_SUBSTITUTES(at -> at.settings().showToSubstitutes(Scene.MONDAY, Scene.MONDAY.plusSeconds(60))),
    HIDES_FROM_SUBSTITUTES(at -> at.settings().hideFromSubstitutes()),
    PUTS_PRACTICE(at -> done(() -> at.host().putPractice(VERDI))),
    PUTS_PATIENT(at -> done(() -> at.host().putPatient(PatientProfile.of(ANNA, "Anna", "Verdi")))),
    PUTS_GROUP(at -> done(() -> at.host().putWorkGroup(WorkGroup.of(GROUP, ROSSI, VERDI)))),
    REMOVES_GROUP(at -> done(() -> at.host().removeWorkGroup(GROUP))),
    LINKS_PERSON(at -> done(() -> at.host().linkPerson(BIANCHI, ANNA))),
    UNLINKS_PERSON(at -> done(() -> at.host().unlinkPerson(BIANCHI, ANNA))),
    PERMITS(at -> done(() -> at.host().permitContact(ANNA, ROSSI))),
    WITHDRAWS(at -> done(() -> at.host().withdrawContact(ANNA, ROSSI))),
    READS_AUDIT(at -> done(() -> at.host().audit(0, 100)));

    private final Function<SmallClinic.At, Outcome<?>> call;
    private final Optional<Function<SmallClinic.At, Outcome<?>>> firstStep;

    /** One step. */
    FacadeOperation(Function<SmallClinic.At, Outcome<?>> call) {
        this.call = call;
        firstStep = Optional.empty();
    }

    /** A conversation begins, and then the call is done in it: two steps. */
    FacadeOperation(Function<SmallClinic.At, Conversation> beginning, Function<Conversation, Outcome<?>> callInIt) {
        this(beginning, conversation -> conversation.markRead(MessageSeq.ZERO), callInIt);
    }

    /** Two steps in a conversation; the call does both. */
    FacadeOperation(
            Function<SmallClinic.At, Conversation> where,
            Function<Conversation, Outcome<?>> first,
            Function<Conversation, Outcome<?>> both) {
        call = at -> both.apply(where.apply(at));
        firstStep = Optional.of(at -> first.apply(where.apply(at)));
    }

    /** The first step of two, if it has two. */
    Optional<Function<SmallClinic.At, Outcome<?>>> firstStep() {
        return firstStep;
    }

    /** Does it, and gives what of the answer does not depend on whether it was done before. */
    Object on(SmallClinic.At at) {
        Outcome<?> outcome = call.apply(at);
        return outcome.fold(FacadeOperation::lasting, refusal -> refusal.code());
    }

    private static Object lasting(Object answer) {
        return answer instanceof Receipt receipt ? receipt.seq() : "accepted";
    }

    private static Draft onOldHead() {
        return draft(ANNA, "op", "Rispondo").expectingHead(MessageSeq.of(1));
    }

    private static Outcome<Allowed> done(Runnable call) {
        call.run();
        return Allowed.yes();
    }
}
