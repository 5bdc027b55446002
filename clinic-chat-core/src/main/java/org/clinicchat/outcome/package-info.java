/** What a call answers: a value, or a refusal that names its rule. */
@NullMarked
package org.clinicchat.outcome;

import org.jspecify.annotations.NullMarked;
