/** Storage, transport and content within one process. */
@NullMarked
package org.clinicchat.inmemory;

import org.jspecify.annotations.NullMarked;
