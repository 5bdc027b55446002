/** What the chat asks of the world around it: storage, transport, ids. */
@NullMarked
package org.clinicchat.port;

import org.jspecify.annotations.NullMarked;
