/** Session chat: what is said while a patient is in the queue or in a call, and erased after it. */
@NullMarked
package org.clinicchat.session;

import org.jspecify.annotations.NullMarked;
