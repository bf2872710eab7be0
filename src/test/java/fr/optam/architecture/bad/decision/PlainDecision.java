package fr.optam.architecture.bad.decision;

/** Something to depend on. */
public final class PlainDecision {}
