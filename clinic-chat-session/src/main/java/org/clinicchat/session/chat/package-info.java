/** The words of the session chat: what people write, what a page shows, and why it is gone. */
@NullMarked
package org.clinicchat.session.chat;

import org.jspecify.annotations.NullMarked;
