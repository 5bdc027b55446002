/** Storage of Clinic Chat on PostgreSQL, MariaDB and H2. A host starts at {@link org.clinicchat.jdbc.JdbcStore}. */
module org.clinicchat.jdbc {
    requires transitive java.sql;
    requires transitive org.clinicchat.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.clinicchat.jdbc;
}
