/** Storage, transport and content of Clinic Chat within one process. */
module org.clinicchat.inmemory {
    requires transitive org.clinicchat.core;
    requires com.github.benmanes.caffeine;
    requires static org.jspecify;

    exports org.clinicchat.inmemory;
}
