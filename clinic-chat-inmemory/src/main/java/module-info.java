/** Storage and transport of Clinic Chat within one process. */
module org.clinicchat.inmemory {
    requires transitive org.clinicchat.core;
    requires transitive org.clinicchat.session;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.clinicchat.inmemory;
}
