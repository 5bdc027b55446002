/**
 * The domain of Clinic Chat, its façade and its ports.
 *
 * <p>A host starts at {@link org.clinicchat.ClinicChat}; who writes an adapter starts at
 * {@link org.clinicchat.port.Storage}.
 */
module org.clinicchat.core {
    requires org.slf4j;
    requires static org.jspecify;

    exports org.clinicchat;
    exports org.clinicchat.audit;
    exports org.clinicchat.conversation;
    exports org.clinicchat.inbox;
    exports org.clinicchat.message;
    exports org.clinicchat.outcome;
    exports org.clinicchat.people;
    exports org.clinicchat.port;
    exports org.clinicchat.service;
    exports org.clinicchat.substitution;
}
