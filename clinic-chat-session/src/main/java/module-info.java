/**
 * The session chat of Clinic Chat: queue and call, never stored.
 *
 * <p>A host starts at {@link org.clinicchat.session.SessionChat}; who writes a home for sessions starts at
 * {@link org.clinicchat.session.port.SessionHome}.
 */
module org.clinicchat.session {
    requires transitive org.clinicchat.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.clinicchat.session;
    exports org.clinicchat.session.chat;
    exports org.clinicchat.session.desk;
    exports org.clinicchat.session.port;
}
