package org.clinicchat.testkit.model;

import java.util.Optional;
import org.clinicchat.inbox.InboxPage;
import org.clinicchat.inbox.InboxQuery;
import org.clinicchat.inbox.InboxTotals;
import org.clinicchat.inbox.PageCursor;
import org.clinicchat.inbox.PatientInboxPage;
import org.clinicchat.outcome.Outcome;

/** What the lists can be asked: the first two for practitioners and substitutes, the third for patients. */
public interface ListCalls {

    /**
     * A page of a practitioner's list.
     *
     * @param query which conversations
     * @return the page, or why not
     */
    Outcome<InboxPage> inbox(InboxQuery query);

    /**
     * The numbers beside a practitioner's list.
     *
     * @return the totals, or why not
     */
    Outcome<InboxTotals> totals();

    /**
     * A page of a patient's list.
     *
     * @param limit the most rows
     * @param after the page before it, if it is not the first
     * @return the page, or why not
     */
    Outcome<PatientInboxPage> conversations(int limit, Optional<PageCursor> after);
}
