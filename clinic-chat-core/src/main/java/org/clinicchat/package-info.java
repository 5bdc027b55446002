/** The face of Clinic Chat. */
@NullMarked
package org.clinicchat;

import org.jspecify.annotations.NullMarked;
