package dev.datastack.cli.sandbox;

/** On which addresses of this machine an isolated project publishes its ports. */
public enum Addresses {
    /** Those that the project asks for: they are what is looked at. */
    AS_WRITTEN,
    /** None that another machine reaches. */
    LOOPBACK
}
