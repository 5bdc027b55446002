package org.clinicchat.testkit.model;

/** What can be done in a history, and how often it is. */
enum Deed {
    SEND(40, SendingDeeds::send),
    SEND_AGAIN(7, SendingDeeds::sendAgain),
    NOTICE(2, SendingDeeds::notice),
    RETRACT(6, SendingDeeds::retract),
    OPEN(9, ReadingDeeds::open),
    PAGE(3, ReadingDeeds::page),
    MARK_READ(7, ReadingDeeds::markRead),
    MARK_UNREAD(5, ReadingDeeds::markUnread),
    RESUME(2, ReadingDeeds::resume),
    MAY(2, ReadingDeeds::may),
    SWITCH(5, ReadingDeeds::switchTo),
    INBOX(6, ListDeeds::inbox),
    TURN_PAGE(6, ListDeeds::turnPage),
    PATIENT_LIST(3, ListDeeds::patientList),
    SERVICE(3, SettingsDeeds::service),
    AUTO_REPLY(8, SettingsDeeds::autoReply),
    SUBSTITUTES(4, SettingsDeeds::substitutes),
    GROUP(3, HostDeeds::group),
    LINK(2, HostDeeds::link),
    PERMIT(3, HostDeeds::permit),
    PROFILE(2, HostDeeds::profile),
    PRACTICE(1, HostDeeds::practice),
    SUBSCRIBE(3, LiveDeeds::subscribe),
    UNSUBSCRIBE(1, LiveDeeds::unsubscribe),
    SWEEP(1, LiveDeeds::sweep),
    PUT_RIGHT(12, PuttingRight::of),
    TIME(5, HostDeeds::time);

    /** Makes the call out of the numbers of a step. */
    private interface Plan {
        Command of(History history, Step step);
    }

    private final int weight;
    /** Always a reference to a static method. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Plan plan;

    Deed(int weight, Plan plan) {
        this.weight = weight;
        this.plan = plan;
    }

    int weight() {
        return weight;
    }

    Command plan(History history, Step step) {
        return plan.of(history, step);
    }
}
