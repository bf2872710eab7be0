package fr.optam.architecture.bad.engine;

/** Something to depend on. */
public final class PlainEngine {}
