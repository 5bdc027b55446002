/** The list of conversations: what can be asked of it, and its rows. */
@NullMarked
package org.clinicchat.inbox;

import org.jspecify.annotations.NullMarked;
