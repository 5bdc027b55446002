package org.clinicchat.examples.quickstart.replay;

/**
 * What one speaker says at once: one message.
 *
 * @param speaker who
 * @param text what stands after "Speaker: ", with the lines that go on with it
 */
record Turn(Speaker speaker, String text) {}
