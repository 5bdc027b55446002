/** The shell of the session chat. */
@NullMarked
package org.clinicchat.session.internal;

import org.jspecify.annotations.NullMarked;
