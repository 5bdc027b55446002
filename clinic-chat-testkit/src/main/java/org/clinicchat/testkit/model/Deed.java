package org.clinicchat.testkit.model;

/** What can be done in a history, and how often it is. */
enum Deed {
    SEND(22, SendingDeeds::send),
    SEND_AGAIN(7, SendingDeeds::sendAgain),
    NOTICE(2, SendingDeeds::notice),
    RETRACT(5, SendingDeeds::retract),
    OPEN(8, ReadingDeeds::open),
    PAGE(3, ReadingDeeds::page),
    MARK_READ(4, ReadingDeeds::markRead),
    MARK_UNREAD(4, ReadingDeeds::markUnread),
    RESUME(2, ReadingDeeds::resume),
    MAY(2, ReadingDeeds::may),
    SWITCH(6, ReadingDeeds::switchTo),
    INBOX(5, ListDeeds::inbox),
    TURN_PAGE(4, ListDeeds::turnPage),
    PATIENT_LIST(2, ListDeeds::patientList),
    SERVICE(3, SettingsDeeds::service),
    AUTO_REPLY(6, SettingsDeeds::autoReply),
    SUBSTITUTES(4, SettingsDeeds::substitutes),
    GROUP(3, HostDeeds::group),
    LINK(2, HostDeeds::link),
    PERMIT(3, HostDeeds::permit),
    PROFILE(2, HostDeeds::profile),
    PRACTICE(1, HostDeeds::practice),
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
