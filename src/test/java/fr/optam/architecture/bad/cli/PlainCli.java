package fr.optam.architecture.bad.cli;

/** Something to depend on. */
public final class PlainCli {}
