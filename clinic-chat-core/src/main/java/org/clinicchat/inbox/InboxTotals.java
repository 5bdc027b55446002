package org.clinicchat.inbox;

/**
 * The numbers beside a practitioner's list (INBOX-5).
 *
 * @param unreadConversations how many conversations show as unread: by count or by mark
 * @param unreadMessages how many messages are unread in all of them
 */
public record InboxTotals(long unreadConversations, long unreadMessages) {}
