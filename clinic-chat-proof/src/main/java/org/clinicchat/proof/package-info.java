/** The rule table, the architecture tests and the snippets of the documentation. */
@NullMarked
package org.clinicchat.proof;

import org.jspecify.annotations.NullMarked;
