/** Contract suites, reference model, arbitraries and doubles. */
@NullMarked
package org.clinicchat.testkit;

import org.jspecify.annotations.NullMarked;
