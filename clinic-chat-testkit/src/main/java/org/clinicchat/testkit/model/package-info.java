/**
 * The reference model of the care chat, and the stateful properties that hold a composition beside it. The model is naive on
 * purpose: it recounts everything from its log at each question, and shares no rule with the code under test.
 */
@NullMarked
package org.clinicchat.testkit.model;

import org.jspecify.annotations.NullMarked;
