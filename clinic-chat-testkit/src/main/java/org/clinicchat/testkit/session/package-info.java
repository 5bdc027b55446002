/** Random histories of the session chat beside a reference model, to be run on any home for sessions. */
@NullMarked
package org.clinicchat.testkit.session;

import org.jspecify.annotations.NullMarked;
