/** What a practitioner sets for the chats that he owns: the service and its automatic reply. */
@NullMarked
package org.clinicchat.service;

import org.jspecify.annotations.NullMarked;
