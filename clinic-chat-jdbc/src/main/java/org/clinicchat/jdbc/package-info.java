/** Storage on PostgreSQL, MariaDB and H2: {@link org.clinicchat.jdbc.JdbcStore} and its schema. */
@NullMarked
package org.clinicchat.jdbc;

import org.jspecify.annotations.NullMarked;
