/** The care conversation: its head and read state, and the pure decisions over them. */
@NullMarked
package org.clinicchat.conversation;

import org.jspecify.annotations.NullMarked;
