package fr.optam.architecture.bad.run;

/** Something to depend on. */
public final class PlainRun {}
