package org.clinicchat.testkit;

/** Keeps the module from being empty until its first class. */
public final class Placeholder {
    private Placeholder() {}
}
