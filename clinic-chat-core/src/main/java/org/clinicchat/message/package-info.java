/** Messages: what is written, what is kept of it, and its limits. */
@NullMarked
package org.clinicchat.message;

import org.jspecify.annotations.NullMarked;
