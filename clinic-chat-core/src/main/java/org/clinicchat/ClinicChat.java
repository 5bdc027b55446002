package org.clinicchat;

/** Keeps the module from being empty until its first class. */
public final class ClinicChat {
    private ClinicChat() {}
}
