/** Where sessions live: what an adapter implements. */
@NullMarked
package org.clinicchat.session.port;

import org.jspecify.annotations.NullMarked;
