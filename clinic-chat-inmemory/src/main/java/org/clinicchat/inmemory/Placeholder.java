package org.clinicchat.inmemory;

/** Keeps the module from being empty until its first class. */
public final class Placeholder {
    private Placeholder() {}
}
