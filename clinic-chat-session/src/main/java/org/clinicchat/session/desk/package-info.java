/** The rules of one practitioner's desk: pure functions on immutable states. */
@NullMarked
package org.clinicchat.session.desk;

import org.jspecify.annotations.NullMarked;
